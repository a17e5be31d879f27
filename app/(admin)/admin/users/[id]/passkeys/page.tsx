/** A person's passkeys, for who administers. */
import { ConfirmDialog } from "#components/admin/confirm-dialog.tsx";
import { type Column, DataTable } from "#components/admin/data-table.tsx";
import type { CeremonyLabels } from "#components/passkey/ceremony-labels.ts";
import { Badge } from "#components/ui/badge.tsx";
import { LocalTime } from "#components/ui/local-time.tsx";
import type { Locale } from "#lib/i18n/locales.ts";
import type { Translate } from "#lib/i18n/translator.ts";
import { type ListedPasskey, passkeyQuerySchema } from "#lib/passkeys/directory/schema.ts";
import { searchPasskeys } from "#lib/passkeys/directory/search-passkeys.ts";
import { hasPermission } from "#lib/permissions/check-permission.ts";
import { ceremonyWords } from "../../../../../(auth)/passkey-words.ts";
import { pageLanguage } from "../../../../../page-context.ts";
import { revokePasskey } from "../../actions.ts";
import { type PersonParams, personPage } from "../person.ts";

export default async function PersonPasskeysPage({ params }: { params: PersonParams }) {
  const { ctx, id } = await personPage((await params).id);
  const language = await pageLanguage();
  const { t, locale } = language;
  const { passkeys } = await searchPasskeys(ctx, passkeyQuerySchema.parse({ user: id, limit: 200 }));
  if (passkeys.length === 0) return <p className="py-8 text-muted">{t("adminPerson.passkeysNone")}</p>;
  const ceremony = ceremonyWords(language, ctx.config);
  const columns = columnsOf(t, locale);
  if (hasPermission(ctx, "credentials.revoke"))
    columns.push({
      key: "revoke",
      label: t("adminPerson.revoke"),
      cell: (passkey) => <Revoke passkey={passkey} t={t} ceremony={ceremony} />,
    });
  return (
    <DataTable
      caption={t("adminPerson.tab.passkeys")}
      columns={columns}
      rows={passkeys}
      rowKey={(passkey) => passkey.id}
    />
  );
}

function columnsOf(t: Translate, locale: Locale): Column<ListedPasskey>[] {
  return [
    {
      key: "name",
      label: t("adminPerson.passkey"),
      cell: ({ name, product, cloneSuspectedAt }) => (
        <>
          <bdi>{name}</bdi>
          {product && product !== name ? (
            <span className="block font-normal text-muted">{product}</span>
          ) : null}
          {cloneSuspectedAt ? <Badge tone="warn">{t("adminPerson.cloneSuspected")}</Badge> : null}
        </>
      ),
    },
    {
      key: "attestation",
      label: t("adminPerson.attested"),
      cell: ({ attestationFormat, attestationTrust }) => (
        <span className="mono" dir="ltr">
          {attestationFormat} · {attestationTrust}
        </span>
      ),
    },
    {
      key: "used",
      label: t("adminPerson.used"),
      cell: ({ lastUsedAt }) =>
        lastUsedAt ? (
          <LocalTime value={lastUsedAt.toISOString()} locale={locale} detail="minute" />
        ) : (
          t("admin.list.never")
        ),
    },
    {
      key: "added",
      label: t("adminPerson.added"),
      cell: ({ createdAt }) => <LocalTime value={createdAt.toISOString()} locale={locale} detail="day" />,
    },
  ];
}

interface RevokeProps {
  readonly passkey: ListedPasskey;
  readonly t: Translate;
  readonly ceremony: CeremonyLabels;
}

function Revoke({ passkey: { id, name }, t, ceremony }: RevokeProps) {
  return (
    <ConfirmDialog
      action={revokePasskey}
      ceremony={ceremony}
      trigger={t("adminPerson.revoke")}
      triggerLabel={t("adminPerson.revokeNamed", { name })}
      title={t("adminPerson.revokeTitle", { name })}
      body={t("adminPerson.revokeBody")}
      confirm={t("adminPerson.revoke")}
      cancel={t("admin.action.cancel")}
      done={t("admin.action.done")}
    >
      <input type="hidden" name="id" value={id} />
      <label className="mt-4 block text-sm font-medium">
        {t("adminPerson.reason")}
        <input name="reason" required maxLength={200} dir="auto" className="field-input mt-1.5 font-normal" />
        <span className="mt-1 block font-normal text-muted">{t("adminPerson.reasonHint")}</span>
      </label>
    </ConfirmDialog>
  );
}
