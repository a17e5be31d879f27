/** What is registered of an app, as far as it matters to who administers. */

import { ClientSettingsForm } from "#components/admin/client-settings-form.tsx";
import { Panel } from "#components/admin/panel.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { clientAuthMethodSchema } from "#lib/clients/schema.ts";
import { versionTag } from "#lib/context/check-unchanged.ts";
import type { Translate } from "#lib/i18n/translator.ts";
import { ceremonyWords } from "../../../../../(auth)/passkey-words.ts";
import { pageLanguage } from "../../../../../page-context.ts";
import { changeApp } from "../../actions.ts";
import { type ClientParams, clientPage } from "../client.ts";
import { DemandFields, MainFields, ProtocolFields, SignOutFields } from "./fields.tsx";

export default async function ClientSettingsPage({ params }: { params: ClientParams }) {
  const { ctx, client, mayChange } = await clientPage((await params).id);
  const language = await pageLanguage();
  const { t } = language;
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
      {described ? <Notice tone="info">{t("adminClient.described")}</Notice> : null}
      {mayChange ? (
        <ClientSettingsForm
          action={changeApp}
          ceremony={ceremonyWords(language, ctx.config)}
          words={wordsOf(t)}
        >
          <input type="hidden" name="id" value={client.id} />
          <input type="hidden" name="version" value={versionTag(client.updatedAt)} />
          {fields}
        </ClientSettingsForm>
      ) : (
        fields
      )}
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
