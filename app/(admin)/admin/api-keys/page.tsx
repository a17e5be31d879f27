/** The keys by which programs administer: what each may do, when it was used, making one, and ending one. */
import type { Metadata } from "next";
import { PageHeading } from "#components/account/page-heading.tsx";
import { ConfirmDialog } from "#components/admin/confirm-dialog.tsx";
import { type Column, DataTable } from "#components/admin/data-table.tsx";
import type { CeremonyLabels } from "#components/passkey/ceremony-labels.ts";
import { Badge } from "#components/ui/badge.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { LocalTime } from "#components/ui/local-time.tsx";
import { listApiKeys } from "#lib/api-keys/list-api-keys.ts";
import type { ApiKey } from "#lib/api-keys/schema.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import type { Translate } from "#lib/i18n/translator.ts";
import { hasPermission } from "#lib/permissions/check-permission.ts";
import { ceremonyWords } from "../../../(auth)/passkey-words.ts";
import { administrationPageContext, pageLanguage } from "../../../page-context.ts";
import { revokeApiKey } from "./actions.ts";
import { NewApiKey } from "./new-api-key.tsx";
import { scopeLabel } from "./scope-words.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await pageLanguage()).t("adminApiKeys.title") };
}

export default async function ApiKeysPage() {
  const ctx = await administrationPageContext("api_keys.read", "/admin/api-keys");
  const language = await pageLanguage();
  const { t, locale } = language;
  const keys = await listApiKeys(ctx);
  const mayChange = hasPermission(ctx, "api_keys.write");
  const ceremony = ceremonyWords(language, ctx.config);
  const columns = columnsOf(t, locale);
  if (mayChange) columns.push(revokeColumn(t, ceremony));
  return (
    <>
      <PageHeading
        title={t("adminApiKeys.title")}
        lead={t("adminApiKeys.lead")}
        action={
          <a href="/api/docs" className="button button-secondary">
            {t("apiDocs.link")}
          </a>
        }
      />
      <div className="mt-5 grid gap-5">
        {keys.length === 0 ? (
          <EmptyState title={t("adminApiKeys.empty")} body={t("adminApiKeys.emptyBody")} />
        ) : (
          <DataTable
            caption={t("adminApiKeys.title")}
            columns={columns}
            rows={keys}
            rowKey={({ id }) => id}
          />
        )}
        {mayChange ? <NewApiKey t={t} ceremony={ceremony} role={ctx.actor.role} /> : null}
      </div>
    </>
  );
}

const tones = { live: "ok", expired: "neutral", revoked: "warn" } as const;

function columnsOf(t: Translate, locale: Locale): Column<ApiKey>[] {
  const at = (date: Date, detail: "day" | "minute") => (
    <LocalTime value={date.toISOString()} locale={locale} detail={detail} />
  );
  return [
    {
      key: "name",
      label: t("adminApiKeys.name"),
      cell: ({ name, hint }) => (
        <>
          <bdi>{name}</bdi>
          <span className="mono block font-normal text-muted" dir="ltr">
            {hint}…
          </span>
        </>
      ),
    },
    {
      key: "state",
      label: t("adminApiKeys.state"),
      cell: ({ state }) => <Badge tone={tones[state]}>{t(`adminApiKeys.states.${state}`)}</Badge>,
    },
    {
      key: "scopes",
      label: t("adminApiKeys.may"),
      cell: ({ scopes }) => (
        <details>
          <summary className="cursor-pointer">{t("adminApiKeys.scopes", { count: scopes.length })}</summary>
          <ul className="mt-1 list-disc ps-5 text-muted">
            {scopes.map((scope) => (
              <li key={scope}>{scopeLabel(t, scope)}</li>
            ))}
          </ul>
        </details>
      ),
    },
    {
      key: "maker",
      label: t("adminApiKeys.maker"),
      cell: ({ createdBy }) => (
        <a href={`/admin/users/${createdBy.id}`} className="text-link" dir="auto">
          {createdBy.displayName}
        </a>
      ),
    },
    {
      key: "used",
      label: t("adminApiKeys.used"),
      cell: ({ lastUsedAt, lastUsedIp }) =>
        lastUsedAt === null ? (
          <span className="text-muted">{t("admin.list.never")}</span>
        ) : (
          <span>
            {at(lastUsedAt, "minute")}
            <span className="mono block text-muted" dir="ltr">
              {lastUsedIp}
            </span>
          </span>
        ),
    },
    { key: "expires", label: t("adminApiKeys.expires"), cell: ({ expiresAt }) => at(expiresAt, "day") },
  ];
}

function revokeColumn(t: Translate, ceremony: CeremonyLabels): Column<ApiKey> {
  return {
    key: "revoke",
    label: t("adminApiKeys.revoke"),
    cell: ({ id, name, state }) =>
      state === "live" ? (
        <ConfirmDialog
          action={revokeApiKey}
          ceremony={ceremony}
          trigger={t("adminApiKeys.revoke")}
          triggerLabel={t("adminApiKeys.revokeNamed", { name })}
          title={t("adminApiKeys.revokeTitle", { name })}
          body={t("adminApiKeys.revokeBody")}
          confirm={t("adminApiKeys.revoke")}
          cancel={t("admin.action.cancel")}
          done={t("admin.action.done")}
          typed={{ label: t("admin.action.typeName", { name }), value: name }}
        >
          <input type="hidden" name="id" value={id} />
        </ConfirmDialog>
      ) : (
        "—"
      ),
  };
}
