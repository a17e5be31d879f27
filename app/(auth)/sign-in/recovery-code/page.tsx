/** Coming back in with a recovery code. A plain form: it works without JavaScript. */
import type { Metadata } from "next";
import { Field } from "#components/ui/field.tsx";
import { AuthScreen } from "../../../auth-screen.tsx";
import { pageContext, pageLanguage } from "../../../page-context.ts";
import { readToken, type SearchParams } from "../../../search-params.ts";
import { recoveryPath } from "../recovery-paths.ts";
import { WaitNotice } from "../wait-notice.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await pageLanguage();
  return { title: t("recovery.codeTitle") };
}

export default async function RecoveryCodePage({ searchParams }: { searchParams: SearchParams }) {
  const query = await searchParams;
  const { config } = await pageContext();
  const { t, locale, instance } = await pageLanguage();
  const interaction = readToken(query.interaction);
  const wrong = query.problem === "code";
  const refused = wrong || query.problem === "limit";
  return (
    <AuthScreen
      {...(refused ? { keyline: "failed" as const } : {})}
      below={
        <a className="text-link" href={interaction ? `/sign-in?interaction=${interaction}` : "/sign-in"}>
          {t("common.backToSignIn")}
        </a>
      }
    >
      <h1>{t("recovery.codeTitle")}</h1>
      <p className="mt-2 text-muted">{t("recovery.codeLead")}</p>
      {query.problem === "limit" ? <WaitNotice t={t} locale={locale} wait={query.wait} /> : null}
      <form
        method="post"
        action={recoveryPath("/sign-in/recovery-code/use", { interaction })}
        className="mt-6 grid gap-4"
      >
        {interaction ? <input type="hidden" name="interaction" value={interaction} /> : null}
        <Field
          id="recovery-code"
          name="code"
          label={t("recovery.code")}
          hint={t("recovery.codeHint")}
          problem={wrong ? t("recovery.codeProblem") : undefined}
          required
          maxLength={128}
          autoComplete="off"
          autoCapitalize="characters"
          autoCorrect="off"
          spellCheck={false}
        />
        <button type="submit" className="button">
          {t("recovery.continue")}
        </button>
      </form>
      <div className="mt-4 grid gap-2 text-sm text-muted">
        <p>{t("recovery.noCodes", { instance })}</p>
        {config.emailSignIn ? (
          <p>
            <a className="text-link" href={recoveryPath("/sign-in/email", { interaction })}>
              {t("recovery.byMail")}
            </a>
          </p>
        ) : null}
      </div>
    </AuthScreen>
  );
}
