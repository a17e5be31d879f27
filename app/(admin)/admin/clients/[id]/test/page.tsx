/** Trying an app out: a sign-in with its settings, whose answer is shown here and goes to nobody else. */
import { CheckField } from "#components/admin/form-field.tsx";
import { Panel } from "#components/admin/panel.tsx";
import { TestSignInForm } from "#components/admin/test-sign-in-form.tsx";
import { Notice } from "#components/ui/notice.tsx";
import type { TestSignInId } from "#drizzle/schema/ids.ts";
import { knownScopes, supportedScopes } from "#lib/oidc/claims/scopes.ts";
import { getTestSignIn } from "#lib/oidc/test-sign-in/get-test-sign-in.ts";
import { ceremonyWords } from "../../../../../(auth)/passkey-words.ts";
import { pageLanguage } from "../../../../../page-context.ts";
import type { SearchParams } from "../../../../../search-params.ts";
import { beginTest } from "../../actions.ts";
import { type ClientParams, clientPage } from "../client.ts";
import { TestOutcome } from "./test-outcome.tsx";

interface TestPageProps {
  readonly params: ClientParams;
  readonly searchParams: SearchParams;
}

export default async function ClientTestPage({ params, searchParams }: TestPageProps) {
  const { ctx, client, mayChange } = await clientPage((await params).id);
  const language = await pageLanguage();
  const { t } = language;
  if (!mayChange) return <p className="text-muted">{t("adminTestSignIn.needsWrite")}</p>;
  const { run } = await searchParams;
  const id = typeof run === "string" && /^[0-9a-f-]{36}$/.test(run) ? (run as TestSignInId) : undefined;
  const test = id && (await getTestSignIn(ctx, { id, clientId: client.id }));
  const allowed = client.scopes === null ? supportedScopes : knownScopes(client.scopes);
  return (
    <div className="grid gap-5">
      {id === undefined ? null : test === undefined ? (
        <Notice tone="info">{t("adminTestSignIn.gone")}</Notice>
      ) : test.result === undefined ? (
        <Notice tone="info">{t("adminTestSignIn.openTest")}</Notice>
      ) : (
        <TestOutcome result={test.result} t={t} />
      )}
      {client.disabledAt === null ? (
        <Panel
          title={t(test?.result ? "adminTestSignIn.again" : "adminClient.tab.test")}
          lead={t("adminTestSignIn.lead")}
        >
          <TestSignInForm
            action={beginTest}
            ceremony={ceremonyWords(language, ctx.config)}
            submit={t("adminTestSignIn.start")}
            started={t("adminTestSignIn.starting")}
          >
            <input type="hidden" name="id" value={client.id} />
            <div className="grid gap-5 sm:grid-cols-2">
              <fieldset>
                <legend className="font-medium">{t("adminTestSignIn.scopes")}</legend>
                <div className="mt-2 grid gap-1.5">
                  {allowed.map((scope) => (
                    <CheckField
                      key={scope}
                      name="scopes"
                      value={scope}
                      label={scope}
                      defaultChecked={scope !== "offline_access"}
                    />
                  ))}
                </div>
              </fieldset>
              <fieldset>
                <legend className="font-medium">{t("adminTestSignIn.prompts")}</legend>
                <div className="mt-2 grid gap-1.5">
                  <CheckField name="prompts" value="login" label={t("adminTestSignIn.promptLogin")} />
                  <CheckField name="prompts" value="consent" label={t("adminTestSignIn.promptConsent")} />
                </div>
              </fieldset>
            </div>
            <p className="mt-4 max-w-[65ch] text-muted">{t("adminTestSignIn.own")}</p>
          </TestSignInForm>
        </Panel>
      ) : (
        <Notice tone="warn">{t("adminClient.stateOff")}</Notice>
      )}
    </div>
  );
}
