/** One app at a glance: how it is connected, whether people may sign in to it, and its end. */
import type { Metadata } from "next";
import { ActionForm } from "#components/admin/action-form.tsx";
import { ConfirmDialog } from "#components/admin/confirm-dialog.tsx";
import { Connection } from "#components/admin/connection.tsx";
import { Panel } from "#components/admin/panel.tsx";
import { needsSecret } from "#lib/clients/secrets/make-secret.ts";
import { ceremonyWords } from "../../../../(auth)/passkey-words.ts";
import { pageLanguage } from "../../../../page-context.ts";
import { deleteApp, disableApp, enableApp } from "../actions.ts";
import { connectionOf } from "../connection.ts";
import { type ClientParams, clientPage } from "./client.ts";

export async function generateMetadata({ params }: { params: ClientParams }): Promise<Metadata> {
  return { title: (await clientPage((await params).id)).client.name };
}

export default async function ClientOverviewPage({ params }: { params: ClientParams }) {
  const { ctx, client, mayChange } = await clientPage((await params).id);
  const language = await pageLanguage();
  const { t } = language;
  const ceremony = ceremonyWords(language, ctx.config);
  const { name } = client;
  const id = <input type="hidden" name="id" value={client.id} />;
  const disabled = client.disabledAt !== null;
  const withSecret = needsSecret(client.tokenEndpointAuthMethod);
  return (
    <div className="grid gap-5">
      <Panel
        title={t("adminClient.connection")}
        lead={t(withSecret ? "adminClient.connectionLead" : "adminClient.connectionPlain")}
      >
        <Connection
          {...connectionOf(t, ctx.config, { client })}
          words={{ copy: t("adminNewClient.copy"), copied: t("adminNewClient.copied") }}
        />
      </Panel>
      {mayChange ? (
        <>
          <Panel
            title={t("adminClient.state")}
            lead={t(disabled ? "adminClient.stateOff" : "adminClient.stateOn")}
          >
            {disabled ? (
              <ActionForm
                action={enableApp}
                ceremony={ceremony}
                submit={t("adminClient.enable")}
                done={t("adminClient.enabled")}
                tone="secondary"
              >
                {id}
              </ActionForm>
            ) : (
              <ConfirmDialog
                action={disableApp}
                ceremony={ceremony}
                trigger={t("adminClient.disable")}
                title={t("adminClient.disableTitle", { name })}
                body={t("adminClient.disableBody")}
                confirm={t("adminClient.disable")}
                cancel={t("admin.action.cancel")}
                done={t("admin.action.done")}
              >
                {id}
              </ConfirmDialog>
            )}
          </Panel>
          <Panel title={t("adminClient.danger")} lead={t("adminClient.dangerLead")} tone="danger">
            <ConfirmDialog
              action={deleteApp}
              ceremony={ceremony}
              trigger={t("adminClient.delete")}
              triggerTone="danger"
              title={t("adminClient.deleteTitle", { name })}
              body={t("adminClient.deleteBody")}
              confirm={t("adminClient.delete")}
              cancel={t("admin.action.cancel")}
              done={t("admin.action.done")}
              typed={{ label: t("admin.action.typeName", { name }), value: name }}
              leadsTo="/admin/clients"
            >
              {id}
            </ConfirmDialog>
          </Panel>
        </>
      ) : null}
    </div>
  );
}
