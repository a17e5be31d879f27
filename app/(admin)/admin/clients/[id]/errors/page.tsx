/** The last mistakes in an app's requests, for whoever looks for the reason why it does not work. */
import type { CeremonyLabels } from "#components/passkey/ceremony-labels.ts";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { LocalTime } from "#components/ui/local-time.tsx";
import type { ClientRow } from "#drizzle/schema/clients.ts";
import { type KeptClientError, listClientErrors } from "#lib/clients/errors/list-client-errors.ts";
import type { Translate } from "#lib/i18n/translator.ts";
import { ceremonyWords } from "../../../../../(auth)/passkey-words.ts";
import { pageLanguage } from "../../../../../page-context.ts";
import { type ClientParams, clientPage } from "../client.ts";
import { RefusedAddress } from "./refused-address.tsx";

export default async function ClientErrorsPage({ params }: { params: ClientParams }) {
  const { ctx, client, mayChange } = await clientPage((await params).id);
  const language = await pageLanguage();
  const { t, locale } = language;
  const mayRegister = mayChange && client.source !== "metadata_document";
  const ceremony = mayRegister ? ceremonyWords(language, ctx.config) : undefined;
  const errors = await listClientErrors(ctx, client.id);
  if (errors.length === 0)
    return <EmptyState title={t("adminClient.errorsNone")} body={t("adminClient.errorsNoneBody")} />;
  return (
    <>
      <p className="max-w-[65ch] text-muted">{t("adminClient.errorsLead")}</p>
      <ol className="mt-4 divide-y divide-border rounded-lg border border-border bg-surface">
        {errors.map((error) => (
          <ErrorItem key={error.id} error={error} client={client} ceremony={ceremony} t={t} locale={locale} />
        ))}
      </ol>
    </>
  );
}

interface ErrorItemProps {
  readonly error: KeptClientError;
  readonly client: ClientRow;
  readonly ceremony: CeremonyLabels | undefined;
  readonly t: Translate;
  readonly locale: string;
}

function ErrorItem({ error, client, ceremony, t, locale }: ErrorItemProps) {
  const refused =
    error.code === "redirect_uri_not_registered"
      ? error.facts.find(({ name }) => name === "redirect_uri")?.sent
      : undefined;
  // What is registered changes; the comparison shows what it is now.
  const facts =
    refused === undefined ? error.facts : error.facts.filter(({ name }) => name !== "redirect_uri");
  return (
    <li className="grid gap-2 p-4">
      <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <h2 className="mono text-sm font-semibold" dir="ltr">
          {error.code}
        </h2>
        <span className="mono text-muted" dir="ltr">
          {error.endpoint}
        </span>
        <span className="text-muted">
          <LocalTime value={error.occurredAt.toISOString()} locale={locale} detail="minute" />
        </span>
      </div>
      {/* Written for developers, in English like the codes. */}
      <p lang="en" dir="ltr" className="text-start">
        {error.explanation}
      </p>
      {refused === undefined ? null : (
        <RefusedAddress client={client} errorId={error.id} sent={refused} ceremony={ceremony} t={t} />
      )}
      {facts.map(({ name, sent, registered }) => (
        <dl key={name} className="rounded-md bg-sunken p-3">
          <dt className="mono font-medium" dir="ltr">
            {name}
          </dt>
          {sent === undefined ? null : <Value label={t("adminClient.sent")} values={[sent]} />}
          {registered === undefined ? null : (
            <Value label={t("adminClient.registered")} values={registered} />
          )}
        </dl>
      ))}
      <p className="text-xs text-muted">
        {t("adminClient.request")}{" "}
        <span className="mono break-all" dir="ltr">
          {error.requestId}
        </span>
      </p>
    </li>
  );
}

function Value({ label, values }: { readonly label: string; readonly values: readonly string[] }) {
  return (
    <dd className="mt-1">
      <span className="text-muted">{label}</span>
      {(values.length === 0 ? ["—"] : values).map((value) => (
        <span key={value} className="mono block break-all" dir="ltr">
          {value}
        </span>
      ))}
    </dd>
  );
}
