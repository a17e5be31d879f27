/** The first administrator, by the one-time link that the server printed. */
import type { Metadata } from "next";
import { RegistrationFlow } from "#components/passkey/registration-flow.tsx";
import { NoScript } from "#components/ui/no-script.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { checkSetUpLink } from "#lib/accounts/check-set-up-link.ts";
import type { Translate } from "#lib/i18n/translator.ts";
import { AuthScreen } from "../../auth-screen.tsx";
import { pageContext, pageLanguage } from "../../page-context.ts";
import { readToken, type SearchParams } from "../../search-params.ts";
import { ceremonyWords, createdWords } from "../passkey-words.ts";
import { registrationWords } from "../registration-words.ts";

export async function generateMetadata(): Promise<Metadata> {
  const { t, instance } = await pageLanguage();
  return { title: t("setUp.title", { instance }) };
}

export default async function SetUpPage({ searchParams }: { searchParams: SearchParams }) {
  const query = await searchParams;
  const ctx = await pageContext();
  const language = await pageLanguage();
  const { t, instance } = language;
  const token = readToken(query.token);
  if (token === undefined || !(await checkSetUpLink(ctx, token))) return <LinkInvalid t={t} />;
  const { rpId, secure } = ctx.config;
  return (
    <AuthScreen>
      <RegistrationFlow
        continueTo="/account"
        setUpToken={token}
        labels={registrationWords(t, {
          title: t("setUp.title", { instance }),
          lead: t("setUp.lead"),
          button: t("setUp.button"),
        })}
        created={createdWords(language, ctx.config, undefined)}
        ceremony={ceremonyWords(language, ctx.config)}
        notice={
          <>
            <div className="mt-4">
              <Notice tone="info">
                <p>
                  {t.rich("setUp.ownership", {
                    rpId,
                    host: (chunks) => (
                      <strong className="mono font-semibold" dir="ltr">
                        {chunks}
                      </strong>
                    ),
                  })}
                </p>
                <p className="mt-1">{secure ? t("setUp.secure") : t("setUp.local")}</p>
              </Notice>
            </div>
            <NoScript title={t("common.noScriptTitle")} body={t("common.noScript")} />
          </>
        }
      />
    </AuthScreen>
  );
}

function LinkInvalid({ t }: { readonly t: Translate }) {
  return (
    <AuthScreen keyline="failed">
      <h1>{t("setUp.invalidTitle")}</h1>
      <p className="mt-2 text-muted">{t("setUp.invalidBody")}</p>
      <p className="mt-4 text-sm">{t("setUp.invalidHelp")}</p>
      <p className="mt-2 rounded-md bg-sunken px-3 py-2 text-sm">
        <code className="mono" dir="ltr">
          npm run latchkey -- set-up-link
        </code>
      </p>
      <p className="mt-2 text-sm text-muted">{t("setUp.doneAlready")}</p>
      <a className="button button-secondary mt-6 w-full" href="/sign-in">
        {t("common.backToSignIn")}
      </a>
    </AuthScreen>
  );
}
