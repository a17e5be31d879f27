/** Who may sign in to an app. */
import { ActionForm } from "#components/admin/action-form.tsx";
import { GroupChoice } from "#components/admin/group-choice.tsx";
import { Panel } from "#components/admin/panel.tsx";
import { listClientGroups } from "#lib/clients/list-client-groups.ts";
import { listGroups } from "#lib/groups/list-groups.ts";
import { ceremonyWords } from "../../../../../(auth)/passkey-words.ts";
import { administrationPageContext, pageLanguage } from "../../../../../page-context.ts";
import { setAppGroups } from "../../actions.ts";
import { clientHref } from "../../client-href.ts";
import { type ClientParams, clientPage } from "../client.ts";

export default async function ClientAccessPage({ params }: { params: ClientParams }) {
  const { ctx, client, mayChange } = await clientPage((await params).id);
  await administrationPageContext("groups.read", clientHref(client.id, "access"));
  const language = await pageLanguage();
  const { t } = language;
  const [chosen, { groups }] = await Promise.all([
    listClientGroups(ctx, client.id),
    listGroups(ctx, { limit: 200 }),
  ]);
  const choice = (
    <GroupChoice
      legend={t("adminNewClient.groups")}
      hint={t("adminNewClient.groupsHint")}
      none={t("adminNewClient.groupsNone")}
      groups={groups.map(({ id, displayName }) => ({ id, label: displayName }))}
      chosen={chosen}
      disabled={!mayChange}
    />
  );
  return (
    <Panel title={t("adminClient.tab.access")} lead={t("adminClient.accessLead")}>
      {mayChange && groups.length > 0 ? (
        <ActionForm
          action={setAppGroups}
          ceremony={ceremonyWords(language, ctx.config)}
          submit={t("admin.action.save")}
          done={t("admin.action.saved")}
          className="max-w-120"
        >
          <input type="hidden" name="id" value={client.id} />
          {/* A group beyond those that fit here stays chosen. */}
          {chosen
            .filter((id) => !groups.some((group) => group.id === id))
            .map((id) => (
              <input key={id} type="hidden" name="groupIds" value={id} />
            ))}
          {choice}
        </ActionForm>
      ) : (
        choice
      )}
    </Panel>
  );
}
