/** What the list of passkeys across people shows of each. */
import type { Column } from "#components/admin/data-table.tsx";
import { type ListState, listAddress, nextSort, sortDirection } from "#components/admin/list-address.ts";
import { PersonCell } from "#components/admin/person-cell.tsx";
import { Badge } from "#components/ui/badge.tsx";
import { LocalTime } from "#components/ui/local-time.tsx";
import type { Locale } from "#lib/i18n/locales.ts";
import type { Translate } from "#lib/i18n/translator.ts";
import type { ListedPasskey } from "#lib/passkeys/directory/schema.ts";

export function passkeyColumns(
  t: Translate,
  locale: Locale,
  path: string,
  state: ListState,
): Column<ListedPasskey>[] {
  const sort = state.sort ?? "-created";
  const sorted = (column: "used" | "created") => ({
    sortHref: listAddress(path, state, { sort: nextSort(sort, column, "down") }),
    sorted: sortDirection(sort, column),
  });
  return [
    { key: "passkey", label: t("adminPasskeys.passkey"), cell: (passkey) => <Name t={t} {...passkey} /> },
    {
      key: "person",
      label: t("adminPasskeys.person"),
      cell: ({ user }) => (
        <PersonCell
          href={`/admin/users/${user.id}`}
          displayName={user.displayName}
          username={user.username}
        />
      ),
    },
    { key: "kind", label: t("adminPasskeys.kind"), cell: ({ kind }) => t(`adminPasskeys.kinds.${kind}`) },
    {
      key: "trust",
      label: t("adminPasskeys.trust"),
      cell: ({ attestationTrust, attestationFormat }) => (
        <span>
          {t(`adminPasskeys.trusts.${attestationTrust}`)}
          {attestationFormat === "none" ? null : (
            <span className="mono block text-muted" dir="ltr">
              {attestationFormat}
            </span>
          )}
        </span>
      ),
    },
    {
      key: "used",
      label: t("adminPasskeys.used"),
      ...sorted("used"),
      cell: ({ lastUsedAt }) =>
        lastUsedAt ? (
          <LocalTime value={lastUsedAt.toISOString()} locale={locale} detail="minute" />
        ) : (
          <span className="text-muted">{t("admin.list.never")}</span>
        ),
    },
    {
      key: "created",
      label: t("adminPasskeys.added"),
      ...sorted("created"),
      cell: ({ createdAt }) => <LocalTime value={createdAt.toISOString()} locale={locale} detail="day" />,
    },
  ];
}

function Name({ t, ...passkey }: ListedPasskey & { readonly t: Translate }) {
  const { name, product, user, cloneSuspectedAt, revokedAt, revokedReason } = passkey;
  return (
    <>
      <a href={`/admin/users/${user.id}/passkeys`} className="text-link" dir="auto">
        {name}
      </a>
      {product && product !== name ? (
        <span className="block font-normal text-muted">
          <bdi>{product}</bdi>
        </span>
      ) : null}
      {cloneSuspectedAt ? (
        <span className="mt-1 block">
          <Badge tone="warn">{t("adminPasskeys.copied")}</Badge>
        </span>
      ) : null}
      {revokedAt ? (
        <span className="block font-normal text-muted" dir="auto">
          {t("adminPasskeys.revokedBecause", { reason: revokedReason ?? "—" })}
        </span>
      ) : null}
    </>
  );
}
