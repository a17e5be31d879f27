/** A new app: first what it is, then where it runs and who may use it. */
import type { Metadata } from "next";
import { PageHeading } from "#components/account/page-heading.tsx";
import { Facts } from "#components/admin/facts.tsx";
import { NewClientForm } from "#components/admin/new-client-form.tsx";
import { Panel } from "#components/admin/panel.tsx";
import { type TemplateId, templateIdSchema, templateIds } from "#lib/clients/templates/schema.ts";
import type { ClientTemplate } from "#lib/clients/templates/template.ts";
import { templates } from "#lib/clients/templates/templates.ts";
import { listGroups } from "#lib/groups/list-groups.ts";
import type { Translate } from "#lib/i18n/translator.ts";
import { ceremonyWords } from "../../../../(auth)/passkey-words.ts";
import { administrationPageContext, pageLanguage } from "../../../../page-context.ts";
import type { SearchParams } from "../../../../search-params.ts";
import { addNewClient } from "../actions.ts";

const path = "/admin/clients/new";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await pageLanguage()).t("adminNewClient.title") };
}

export default async function NewClientPage({ searchParams }: { searchParams: SearchParams }) {
  const ctx = await administrationPageContext("clients.write", path);
  const language = await pageLanguage();
  const { t } = language;
  const chosen = templateIdSchema.safeParse((await searchParams).template);
  if (!chosen.success)
    return (
      <>
        <PageHeading title={t("adminNewClient.title")} lead={t("adminNewClient.lead")} />
        <ul className="mt-6 grid gap-3 sm:grid-cols-2 xl:grid-cols-3">
          {templateIds.map((id) => (
            <TemplateCard key={id} id={id} t={t} />
          ))}
        </ul>
      </>
    );
  const template = templates[chosen.data];
  const { groups } = await listGroups(ctx, { limit: 200 });
  const product = t(`adminNewClient.kinds.${template.id}.name`);
  return (
    <>
      <PageHeading
        title={t("adminNewClient.titleOf", { kind: product })}
        lead={t(`adminNewClient.kinds.${template.id}.hint`)}
        action={
          <a href={path} className="text-link self-center">
            {t("adminNewClient.back")}
          </a>
        }
      />
      <div className="mt-6 grid items-start gap-6 xl:grid-cols-[minmax(0,1fr)_20rem]">
        <NewClientForm
          action={addNewClient}
          ceremony={ceremonyWords(language, ctx.config)}
          template={template.id}
          name={isProduct(template.id) ? product : ""}
          {...(template.exampleUrl === undefined ? {} : { exampleUrl: template.exampleUrl })}
          redirectUris={template.redirectUris}
          postLogoutRedirectUris={template.postLogoutRedirectUris}
          groups={groups.map(({ id, displayName }) => ({ id, label: displayName }))}
          words={wordsOf(t, product)}
        />
        <Panel title={t("adminNewClient.setUp")}>
          <Facts facts={factsOf(t, template)} />
        </Panel>
      </div>
    </>
  );
}

/** Whose name is the app's, too. */
function isProduct(id: TemplateId): boolean {
  return !["web", "single-page", "native", "machine", "oauth2-proxy"].includes(id);
}

function TemplateCard({ id, t }: { readonly id: TemplateId; readonly t: Translate }) {
  return (
    <li>
      <a
        href={`${path}?template=${id}`}
        className="block h-full rounded-lg border border-border bg-surface p-4 hover:border-control hover:bg-sunken"
      >
        <span className="block font-semibold">{t(`adminNewClient.kinds.${id}.name`)}</span>
        <span className="mt-1 block text-muted">{t(`adminNewClient.kinds.${id}.hint`)}</span>
      </a>
    </li>
  );
}

function factsOf(t: Translate, { metadata }: ClientTemplate) {
  const method = metadata.tokenEndpointAuthMethod ?? "client_secret_basic";
  return [
    { label: t("adminNewClient.authentication"), value: t(`adminNewClient.methods.${method}`) },
    {
      label: t("adminNewClient.pkce"),
      value: metadata.requirePkce ? t("adminNewClient.required") : t("adminNewClient.optional"),
    },
    ...(metadata.scopes
      ? [
          {
            label: t("adminNewClient.scopes"),
            value: (
              <span className="mono" dir="ltr">
                {metadata.scopes.join(" ")}
              </span>
            ),
          },
        ]
      : []),
    ...(metadata.claimsInIdToken
      ? [{ label: t("adminNewClient.idToken"), value: t("adminNewClient.withClaims") }]
      : []),
  ];
}

function wordsOf(t: Translate, product: string) {
  return {
    name: t("adminNewClient.name"),
    nameHint: t("adminNewClient.nameHint"),
    appUrl: t("adminNewClient.appUrl"),
    appUrlHint: t("adminNewClient.appUrlHint"),
    redirectUris: t("adminNewClient.redirectUris"),
    redirectUrisHint: t("adminNewClient.redirectUrisHint"),
    postLogout: t("adminNewClient.postLogout"),
    groups: t("adminNewClient.groups"),
    groupsHint: t("adminNewClient.groupsHint"),
    groupsNone: t("adminNewClient.groupsNone"),
    firstParty: t("adminNewClient.firstParty"),
    submit: t("adminNewClient.submit"),
    made: t("adminNewClient.made", { name: "{name}" }),
    secret: t("adminNewClient.secret"),
    once: t("adminNewClient.once"),
    settings: t("adminNewClient.settings", { kind: product }),
    open: t("adminNewClient.open"),
    copy: t("adminNewClient.copy"),
    copied: t("adminNewClient.copied"),
  };
}
