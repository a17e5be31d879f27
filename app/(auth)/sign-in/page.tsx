/** Signing in, for the account itself or for an app that sent the person here. */
import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { SignInPanel } from "#components/passkey/sign-in-panel.tsx";
import { NoScript } from "#components/ui/no-script.tsx";
import { Notice } from "#components/ui/notice.tsx";
import type { Config } from "#lib/config/load-config.ts";
import type { Translate } from "#lib/i18n/translator.ts";
import { describeInteraction } from "#lib/oidc/interactions/describe-interaction.ts";
import { AppSign } from "../../app-sign.tsx";
import { AuthScreen } from "../../auth-screen.tsx";
import { type PageLanguage, pageContext, pageLanguage } from "../../page-context.ts";
import { isGiven, type SearchParams } from "../../search-params.ts";
import { continueTarget } from "../continue-target.ts";
import { ceremonyWords } from "../passkey-words.ts";
import { readGoal, type SignInGoal, signInAddress } from "../sign-in-address.ts";
import { knownAccounts } from "./known-accounts.tsx";
import { panelIcons, panelWords, waysWithoutPasskey } from "./panel-words.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await pageLanguage();
  return { title: t("signIn.title") };
}

export default async function SignInPage({ searchParams }: { searchParams: SearchParams }) {
  const query = await searchParams;
  const ctx = await pageContext();
  const language = await pageLanguage();
  const { t } = language;
  const goal = readGoal(query);
  const found = goal.interaction === undefined ? undefined : await describeInteraction(ctx, goal.interaction);
  const request = found?.kind === "authorize" || found?.kind === "device" ? found : undefined;
  const onwards = { ...goal, interaction: request ? goal.interaction : undefined };
  const continueTo = continueTarget(onwards);
  const another = query.account === "other";
  // With an app's request the server has decided that a person must act here; without one there is nothing to do, unless
  // the person wants to add an account.
  if (!isGiven(query.interaction) && ctx.actor.type === "user" && !another) redirect(continueTo);
  const loginHint = request?.loginHint?.slice(0, 254);
  const known = await knownAccounts(ctx, t, { loginHint });
  const accounts = another ? [] : known;
  return (
    <AuthScreen
      below={<NoAccount language={language} config={ctx.config} interaction={onwards.interaction} />}
    >
      {request ? <AppSign clientId={request.clientId} name={request.clientName} /> : null}
      <h1>{titleOf(t, request)}</h1>
      <p className="mt-2 text-muted">{leadOf(language, request, accounts.length > 0)}</p>
      {isGiven(query.interaction) && !request ? (
        <div className="mt-4">
          <Notice tone="warn">{t("signIn.expired")}</Notice>
        </div>
      ) : null}
      {ctx.actor.type === "user" ? (
        <p className="mt-2 text-sm text-muted">{t("signIn.signedInAs", { name: ctx.actor.displayName })}</p>
      ) : null}
      <NoScript title={t("common.noScriptTitle")} body={t("common.noScript")} />
      <div className="mt-6">
        <SignInPanel
          targets={{
            continueTo,
            thisDevice: signInAddress("/sign-in/this-device", onwards),
            disabled: signInAddress("/sign-in/disabled", onwards),
          }}
          loginHint={loginHint ?? ""}
          accounts={accounts}
          forgetAction={signInAddress("/sign-in/forget", onwards)}
          otherChoice={otherChoice(onwards, accounts.length > 0, known.length > 0)}
          ways={waysWithoutPasskey(t, ctx.config, onwards)}
          ceremony={ceremonyWords(language, ctx.config)}
          labels={panelWords(t)}
          icons={panelIcons}
        />
      </div>
    </AuthScreen>
  );
}

/** Between the accounts that the browser knows and the field for another one. */
function otherChoice(goal: SignInGoal, byName: boolean, knowsSome: boolean): string | undefined {
  if (byName) return signInAddress("/sign-in", goal, { account: "other" });
  return knowsSome ? signInAddress("/sign-in", goal) : undefined;
}

type AppRequest =
  | {
      readonly clientName: string;
      readonly reauthentication: boolean;
      readonly demand?: "user_verification" | "device_bound";
    }
  | undefined;

function titleOf(t: Translate, request: AppRequest): string {
  if (!request) return t("signIn.title");
  if (request.demand === "device_bound") return t("signIn.anotherPasskey");
  return request.reauthentication ? t("signIn.again") : t("signIn.toApp", { app: request.clientName });
}

function leadOf({ t, instance }: PageLanguage, request: AppRequest, byName: boolean): string {
  if (!request) return t(byName ? "signIn.knownLead" : "signIn.lead");
  const app = request.clientName;
  if (request.demand) return t(`signIn.${request.demand}`, { app });
  return request.reauthentication ? t("signIn.againLead", { app }) : t("signIn.toAppLead", { app, instance });
}

interface NoAccountProps {
  readonly language: PageLanguage;
  readonly config: Config;
  readonly interaction: string | undefined;
}

function NoAccount({ language: { t, instance }, config, interaction }: NoAccountProps) {
  if (config.signUp !== "open") return <p>{t(`signIn.${config.signUp}`, { instance })}</p>;
  return (
    <p>
      {t("signIn.noAccount")}{" "}
      <a className="text-link" href={interaction ? `/sign-up?interaction=${interaction}` : "/sign-up"}>
        {t("signIn.createAccount")}
      </a>
    </p>
  );
}
