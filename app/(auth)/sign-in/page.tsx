/** Signing in, for the account itself or for an app that sent the person here. */
import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { SignInPanel } from "#components/passkey/sign-in-panel.tsx";
import { AuthPage } from "#components/ui/auth-page.tsx";
import { NoScript } from "#components/ui/no-script.tsx";
import { Notice } from "#components/ui/notice.tsx";
import type { Config } from "#lib/config/load-config.ts";
import type { Translate } from "#lib/i18n/translator.ts";
import { describeInteraction } from "#lib/oidc/interactions/describe-interaction.ts";
import { pageContext, pageLanguage } from "../../page-context.ts";
import { isGiven, readToken, type SearchParams } from "../../search-params.ts";
import { ThemeChoice } from "../../theme-choice.tsx";
import { continueTarget } from "../continue-target.ts";
import { ceremonyWords } from "../passkey-words.ts";
import { recoveryPath } from "./recovery-paths.ts";

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await pageLanguage();
  return { title: t("signIn.title") };
}

export default async function SignInPage({ searchParams }: { searchParams: SearchParams }) {
  const query = await searchParams;
  const ctx = await pageContext();
  const language = await pageLanguage();
  const { t } = language;
  const token = readToken(query.interaction);
  const found = token === undefined ? undefined : await describeInteraction(ctx, token);
  const request = found?.kind === "authorize" || found?.kind === "device" ? found : undefined;
  const interaction = request ? token : undefined;
  const continueTo = continueTarget({ interaction, next: query.next });
  const ways = waysWithoutPasskey(t, ctx.config, interaction);
  // With an app's request the server has decided that a person must act here; without one there is nothing to do.
  // But to add another account, which the person asked for.
  const another = query.account === "other";
  if (!isGiven(query.interaction) && ctx.actor.type === "user" && !another) redirect(continueTo);
  return (
    <AuthPage
      brand={ctx.config.rpName}
      below={<NoAccount t={t} config={ctx.config} interaction={interaction} />}
      footer={<ThemeChoice />}
    >
      <h1>{titleOf(t, request)}</h1>
      <p className="mt-2 text-muted">{leadOf(t, request, ctx.config.rpName)}</p>
      {isGiven(query.interaction) && !request ? (
        <div className="mt-4">
          <Notice tone="warn">{t("signIn.expired")}</Notice>
        </div>
      ) : null}
      {ctx.actor.type === "user" ? (
        <p className="mt-2 text-sm text-muted">{t("signIn.signedInAs", { name: ctx.actor.displayName })}</p>
      ) : null}
      <NoScript title={t("common.noScriptTitle")} body={t("common.noScript")} ways={ways} />
      <div className="mt-6">
        <SignInPanel
          continueTo={continueTo}
          loginHint={request?.loginHint?.slice(0, 254) ?? ""}
          ceremony={ceremonyWords(language, ctx.config)}
          labels={panelWords(t)}
          ways={ways}
        />
      </div>
    </AuthPage>
  );
}

/** They work without JavaScript, too. */
function waysWithoutPasskey(t: Translate, config: Config, interaction: string | undefined) {
  const code = {
    href: recoveryPath("/sign-in/recovery-code", { interaction }),
    label: t("recovery.byCode"),
  };
  const mail = { href: recoveryPath("/sign-in/email", { interaction }), label: t("recovery.byMail") };
  return config.emailSignIn ? [code, mail] : [code];
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

function leadOf(t: Translate, request: AppRequest, instance: string): string {
  if (!request) return t("signIn.lead");
  const app = request.clientName;
  if (request.demand) return t(`signIn.${request.demand}`, { app });
  return request.reauthentication ? t("signIn.againLead", { app }) : t("signIn.toAppLead", { app, instance });
}

function panelWords(t: Translate) {
  return {
    button: t("signIn.button"),
    hint: t("signIn.hint"),
    or: t("signIn.or"),
    fieldLabel: t("signIn.fieldLabel"),
    fieldHint: t("signIn.fieldHint"),
    otherWays: t("signIn.otherWays"),
    otherWaysBody: t("signIn.otherWaysBody"),
    usePhone: t("signIn.usePhone"),
    useSecurityKey: t("signIn.useSecurityKey"),
    done: t("ceremony.signedIn"),
  };
}

interface NoAccountProps {
  readonly t: Translate;
  readonly config: Config;
  readonly interaction: string | undefined;
}

function NoAccount({ t, config, interaction }: NoAccountProps) {
  if (config.signUp !== "open") return <p>{t(`signIn.${config.signUp}`, { instance: config.rpName })}</p>;
  return (
    <p>
      {t("signIn.noAccount")}{" "}
      <a className="text-link" href={interaction ? `/sign-up?interaction=${interaction}` : "/sign-up"}>
        {t("signIn.createAccount")}
      </a>
    </p>
  );
}
