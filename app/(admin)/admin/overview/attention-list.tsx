/** What somebody should look at, each with the way to where it can be seen and mended. */
import { ArrowRight, CircleAlert, CircleCheck, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { listAddress } from "#components/admin/list-address.ts";
import type { Translate } from "#lib/i18n/translator.ts";
import type { Attention, AttentionKind } from "#lib/overview/schema.ts";
import type { Role } from "#lib/permissions/schema.ts";
import { adminPages } from "../admin-pages.tsx";
import { clientHref } from "../clients/client-href.ts";

interface AttentionListProps {
  readonly t: Translate;
  readonly items: readonly Attention[];
  readonly role: Role;
}

export function AttentionList({ t, items, role }: AttentionListProps) {
  const pages = new Set(adminPages(t, role).flatMap((area) => area.pages.map(({ href }) => href)));
  return (
    <section aria-labelledby="attention">
      <h2 id="attention" className="mb-2 text-base font-semibold">
        {t("adminOverview.attention")}
      </h2>
      {items.length === 0 ? (
        <p className="flex items-center gap-3 rounded-lg border border-border bg-surface px-4 py-3.5">
          <CircleCheck aria-hidden="true" size={20} className="shrink-0 text-ok-soft-fg" />
          <span>
            <span className="font-medium">{t("adminOverview.allWell")}</span>{" "}
            <span className="text-muted">{t("adminOverview.allWellBody")}</span>
          </span>
        </p>
      ) : (
        <ul className="divide-y divide-border rounded-lg border border-border bg-surface">
          {items.map((item) => (
            <AttentionRow key={item.kind} t={t} item={item} href={hrefOf(item, pages)} />
          ))}
        </ul>
      )}
    </section>
  );
}

interface AttentionRowProps {
  readonly t: Translate;
  readonly item: Attention;
  readonly href: string | undefined;
}

/** Without these nobody signs in. */
const urgent: ReadonlySet<AttentionKind> = new Set(["database", "signing_keys", "disk", "clone_suspected"]);

function AttentionRow({ t, item, href }: AttentionRowProps) {
  const isUrgent = urgent.has(item.kind);
  const Icon = isUrgent ? CircleAlert : TriangleAlert;
  const words = t(`adminOverview.kinds.${item.kind}` as "adminOverview.kinds.api_keys", {
    count: item.count ?? 0,
    more: item.more ? "yes" : "no",
  });
  return (
    <li className="flex items-start gap-3 px-4 py-3">
      <Icon
        aria-hidden="true"
        size={18}
        className={`mt-0.5 shrink-0 ${isUrgent ? "text-danger" : "text-warn-soft-fg"}`}
      />
      <div className="min-w-0 grow">
        <p className="font-medium">{words}</p>
        <p className="text-muted">
          {t(`adminOverview.advice.${item.kind}`)}
          <Named item={item} />
        </p>
      </div>
      {href === undefined ? null : (
        <a
          href={href}
          aria-label={t("adminOverview.lookAt", { what: words })}
          className="text-link inline-flex min-h-6 shrink-0 items-center gap-1 pointer-coarse:min-h-11"
        >
          {t("adminOverview.look")}
          <ArrowRight aria-hidden="true" size={14} className="rtl:-scale-x-100" />
        </a>
      )}
    </li>
  );
}

/** Apps lead to where their secrets are. */
function Named({ item: { kind, named } }: { readonly item: Attention }): ReactNode {
  return named.map(({ id, name }, index) => (
    <span key={id}>
      {index === 0 ? " " : ", "}
      {kind === "client_secrets" ? (
        <a href={clientHref(id, "secrets")} className="text-link">
          <bdi>{name}</bdi>
        </a>
      ) : (
        <bdi className="font-medium text-fg">{name}</bdi>
      )}
    </span>
  ));
}

/** The first of these pages that there is, for this reader. */
const places: Readonly<Record<AttentionKind, readonly string[]>> = {
  database: ["/admin/health"],
  signing_keys: ["/admin/signing-keys", "/admin/keys", "/admin/health"],
  disk: ["/admin/health"],
  clock: ["/admin/health"],
  metadata: ["/admin/health"],
  mail: ["/admin/mail", "/admin/health"],
  undelivered: ["/admin/audit"],
  key_rotation: ["/admin/signing-keys", "/admin/keys"],
  client_secrets: ["/admin/clients"],
  api_keys: ["/admin/api-keys"],
  clone_suspected: ["/admin/passkeys"],
  no_passkey: ["/admin/users"],
  one_passkey: ["/admin/users"],
};

const filters: Partial<Readonly<Record<AttentionKind, Readonly<Record<string, string>>>>> = {
  undelivered: { event: "outbox.given_up" },
  clone_suspected: { state: "clone_suspected" },
  no_passkey: { status: "no_passkey" },
  one_passkey: { status: "one_passkey" },
};

function hrefOf({ kind }: Attention, pages: ReadonlySet<string>): string | undefined {
  const page = places[kind].find((path) => pages.has(path));
  return page && listAddress(page, filters[kind] ?? {}, {});
}
