/** A new account with its first passkey, or whom to ask where sign-up is not open. */
import type { Metadata } from "next";
import { RegistrationFlow } from "#components/passkey/registration-flow.tsx";
import { AuthPage } from "#components/ui/auth-page.tsx";
import { NoScript } from "#components/ui/no-script.tsx";
import { Notice } from "#components/ui/notice.tsx";
import type { Config } from "#lib/config/load-config.ts";
import { type Translate, translator } from "#lib/i18n/translator.ts";
import { describeInteraction } from "#lib/oidc/interactions/describe-interaction.ts";
import { instanceConfig, pageContext } from "../../page-context.ts";
import { readToken, type SearchParams } from "../../search-params.ts";
import { ThemeChoice } from "../../theme-choice.tsx";
import { continueTarget } from "../continue-target.ts";
import { ceremonyWords, createdWords } from "../passkey-words.ts";
import { registrationWords } from "../registration-words.ts";

export async function generateMetadata(): Promise<Metadata> {
  const { signUp } = await instanceConfig();
  return { title: translator()(signUp === "open" ? "signUp.title" : `signUp.${signUp}Title`) };
}

export default async function SignUpPage({ searchParams }: { searchParams: SearchParams }) {
  const query = await searchParams;
  const ctx = await pageContext();
  const t = translator();
  if (ctx.config.signUp !== "open") return <NotOpen t={t} config={ctx.config} policy={ctx.config.signUp} />;
  const token = readToken(query.interaction);
  const found = token === undefined ? undefined : await describeInteraction(ctx, token);
  const request = found?.kind === "authorize" || found?.kind === "device" ? found : undefined;
  const interaction = request ? token : undefined;
  return (
    <AuthPage
      brand={ctx.config.rpName}
      below={
        <p>
          {t("signUp.haveAccount")}{" "}
          <a className="text-link" href={interaction ? `/sign-in?interaction=${interaction}` : "/sign-in"}>
            {t("signUp.signIn")}
          </a>
        </p>
      }
      footer={<ThemeChoice />}
    >
      <RegistrationFlow
        continueTo={continueTarget({ interaction, next: undefined })}
        labels={registrationWords(t, {
          title: t("signUp.title"),
          lead: t("signUp.lead"),
          button: t("signUp.button"),
        })}
        created={createdWords(t, request?.clientName)}
        ceremony={ceremonyWords(t, ctx.config)}
        notice={
          <>
            <NoScript title={t("common.noScriptTitle")} body={t("common.noScript")} />
            {ctx.actor.type === "user" ? (
              <div className="mt-4">
                <Notice tone="warn">{t("signUp.alreadySignedIn", { name: ctx.actor.displayName })}</Notice>
              </div>
            ) : null}
          </>
        }
      />
    </AuthPage>
  );
}

interface NotOpenProps {
  readonly t: Translate;
  readonly config: Config;
  readonly policy: "invite" | "closed";
}

function NotOpen({ t, config, policy }: NotOpenProps) {
  const instance = config.rpName;
  return (
    <AuthPage brand={instance} footer={<ThemeChoice />}>
      <h1>{t(`signUp.${policy}Title`)}</h1>
      <p className="mt-2 text-muted">{t(`signUp.${policy}Body`, { instance })}</p>
      <p className="mt-2 text-muted">{t("signUp.askBody")}</p>
      <a className="button button-secondary mt-6 w-full" href="/sign-in">
        {t("common.backToSignIn")}
      </a>
    </AuthPage>
  );
}
