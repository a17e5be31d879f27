/** The secrets of an app: when they came and when they go, and a new one beside them. */
import { ConfirmDialog } from "#components/admin/confirm-dialog.tsx";
import { type Column, DataTable } from "#components/admin/data-table.tsx";
import { Panel } from "#components/admin/panel.tsx";
import { SecretForm } from "#components/admin/secret-form.tsx";
import { LocalTime } from "#components/ui/local-time.tsx";
import { listClientSecrets } from "#lib/clients/secrets/list-client-secrets.ts";
import { needsSecret } from "#lib/clients/secrets/make-secret.ts";
import { ceremonyWords } from "../../../../../(auth)/passkey-words.ts";
import { pageLanguage } from "../../../../../page-context.ts";
import { addAppSecret, removeAppSecret } from "../../actions.ts";
import { type ClientParams, clientPage } from "../client.ts";

type Listed = Awaited<ReturnType<typeof listClientSecrets>>[number];

const day = 86_400;
const endings = { never: "", month: 30 * day, quarter: 90 * day, year: 365 * day } as const;
const overlaps = { keep: "", week: 7 * day, day, hour: 3600, now: 0 } as const;

export default async function ClientSecretsPage({ params }: { params: ClientParams }) {
  const { ctx, client, mayChange } = await clientPage((await params).id);
  const language = await pageLanguage();
  const { t, locale, format } = language;
  if (!needsSecret(client.tokenEndpointAuthMethod))
    return <p className="py-4 text-muted">{t("adminClient.noSecrets")}</p>;
  const secrets = await listClientSecrets(ctx, client.id);
  const ceremony = ceremonyWords(language, ctx.config);
  const columns: Column<Listed>[] = [
    {
      key: "made",
      label: t("adminClient.made"),
      cell: ({ createdAt }) => <LocalTime value={createdAt.toISOString()} locale={locale} detail="minute" />,
    },
    {
      key: "ends",
      label: t("adminClient.ends"),
      cell: ({ expiresAt }) =>
        expiresAt ? (
          <LocalTime value={expiresAt.toISOString()} locale={locale} detail="minute" />
        ) : (
          t("adminClient.never")
        ),
    },
  ];
  if (mayChange)
    columns.push({
      key: "remove",
      label: t("adminClient.remove"),
      cell: ({ id, createdAt }) => (
        <ConfirmDialog
          action={removeAppSecret}
          ceremony={ceremony}
          trigger={t("adminClient.remove")}
          triggerLabel={t("adminClient.removeOne", {
            date: format.dateTime(createdAt, { dateStyle: "medium" }),
          })}
          title={t("adminClient.removeTitle")}
          body={t("adminClient.removeBody")}
          confirm={t("adminClient.remove")}
          cancel={t("admin.action.cancel")}
          done={t("admin.action.done")}
        >
          <input type="hidden" name="id" value={client.id} />
          <input type="hidden" name="secretId" value={id} />
        </ConfirmDialog>
      ),
    });
  const span = (name: keyof typeof endings | keyof typeof overlaps) => t(`adminClient.spans.${name}`);
  return (
    <div className="grid gap-5">
      <p className="max-w-[65ch] text-muted">{t("adminClient.secretsLead")}</p>
      {secrets.length === 0 ? (
        <p>{t("adminClient.secretsNone")}</p>
      ) : (
        <DataTable
          caption={t("adminClient.tab.secrets")}
          columns={columns}
          rows={secrets}
          rowKey={({ id }) => id}
        />
      )}
      {mayChange ? (
        <Panel title={t("adminClient.add")}>
          <SecretForm
            action={addAppSecret}
            ceremony={ceremony}
            submit={t("adminClient.add")}
            done=""
            words={{
              label: t("adminNewClient.secret"),
              once: t("adminPerson.once"),
              copy: t("adminNewClient.copy"),
              copied: t("adminNewClient.copied"),
            }}
          >
            <input type="hidden" name="id" value={client.id} />
            <div className="flex flex-wrap gap-4">
              <Span
                name="expiresInSeconds"
                label={t("adminClient.expiresIn")}
                options={Object.entries(endings).map(([name, value]) => [span(name as "never"), value])}
              />
              <Span
                name="othersExpireInSeconds"
                label={t("adminClient.othersEnd")}
                options={Object.entries(overlaps).map(([name, value]) => [span(name as "keep"), value])}
              />
            </div>
          </SecretForm>
        </Panel>
      ) : null}
    </div>
  );
}

interface SpanProps {
  readonly name: string;
  readonly label: string;
  readonly options: readonly (readonly [label: string, seconds: number | ""])[];
}

function Span({ name, label, options }: SpanProps) {
  return (
    <label className="block font-medium">
      {label}
      <select name={name} className="field-input mt-1.5 font-normal">
        {options.map(([text, seconds]) => (
          <option key={text} value={seconds}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
}
