/** What is registered of an app, as far as it matters to who administers. */

import { ClientSettingsForm } from "#components/admin/client-settings-form.tsx";
import { Panel } from "#components/admin/panel.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { listClientLogos } from "#lib/clients/logos/list-client-logos.ts";
import { clientAuthMethodSchema } from "#lib/clients/schema.ts";
import { versionTag } from "#lib/context/check-unchanged.ts";
import type { Translate } from "#lib/i18n/translator.ts";
import { ceremonyWords } from "../../../../../(auth)/passkey-words.ts";
import { pageLanguage } from "../../../../../page-context.ts";
import type { SearchParams } from "../../../../../search-params.ts";
import { FormOutcome } from "../../../form-outcome.tsx";
import { changeApp } from "../../actions.ts";
import { type ClientParams, clientPage } from "../client.ts";
import { DemandFields, MainFields, ProtocolFields, SignOutFields } from "./fields.tsx";
import { LogoPanel } from "./logo-panel.tsx";

interface ClientSettingsProps {
  readonly params: ClientParams;
  readonly searchParams: SearchParams;
}

export default async function ClientSettingsPage({ params, searchParams }: ClientSettingsProps) {
  const { ctx, client, mayChange } = await clientPage((await params).id);
  const language = await pageLanguage();
  const { t } = language;
  const logo = (await listClientLogos(ctx, [client.id])).get(client.id);
  const ceremony = ceremonyWords(language, ctx.config);
  // What a document says, only the document changes.
  const described = client.source === "metadata_document";
  const locked = described || !mayChange;
  const fields = (
    <>
      <Panel title={t("adminClient.addresses")}>
        <MainFields t={t} client={client} locked={locked} />
      </Panel>
      <Panel title={t("adminClient.protocol")}>
        <ProtocolFields t={t} client={client} locked={locked} methods={clientAuthMethodSchema.options} />
      </Panel>
      <Panel title={t("adminClient.demands")}>
        <DemandFields t={t} client={client} locked={!mayChange} />
      </Panel>
      <Panel title={t("adminClient.logout")}>
        <SignOutFields t={t} client={client} locked={locked} />
      </Panel>
    </>
  );
  return (
    <div className="grid max-w-200 gap-5">
      <FormOutcome t={t} query={await searchParams} />
      {described ? <Notice tone="info">{t("adminClient.described")}</Notice> : null}
      {mayChange ? (
        <ClientSettingsForm action={changeApp} ceremony={ceremony} words={wordsOf(t)}>
          <input type="hidden" name="id" value={client.id} />
          <input type="hidden" name="version" value={versionTag(client.updatedAt)} />
          {fields}
        </ClientSettingsForm>
      ) : (
        fields
      )}
      {mayChange ? <LogoPanel t={t} client={client} logo={logo} ceremony={ceremony} /> : null}
    </div>
  );
}

function wordsOf(t: Translate) {
  return {
    save: t("admin.action.save"),
    saved: t("admin.action.saved"),
    newSecret: t("adminClient.newSecret"),
    once: t("adminPerson.once"),
    copy: t("adminNewClient.copy"),
    copied: t("adminNewClient.copied"),
  };
}
