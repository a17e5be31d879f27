/** Asking for a sign-in link by mail, and what to do then. A plain form: it works without JavaScript. */
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Field } from "#components/ui/field.tsx";
import type { Translate } from "#lib/i18n/translator.ts";
import { AuthScreen } from "../../../auth-screen.tsx";
import { instanceConfig, pageLanguage } from "../../../page-context.ts";
import { isGiven, readToken, type SearchParams } from "../../../search-params.ts";
import { recoveryPath } from "../recovery-paths.ts";
import { WaitNotice } from "../wait-notice.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await pageLanguage();
  return { title: t("recovery.mailTitle") };
}

export default async function EmailPage({ searchParams }: { searchParams: SearchParams }) {
  const query = await searchParams;
  const config = await instanceConfig();
  if (!config.emailSignIn) notFound();
  const { t, locale } = await pageLanguage();
  const interaction = readToken(query.interaction);
  const signIn = interaction ? `/sign-in?interaction=${interaction}` : "/sign-in";
  if (isGiven(query.sent)) return <Sent t={t} again={recoveryPath("/sign-in/email", { interaction })} />;
  return (
    <AuthScreen
      below={
        <a className="text-link" href={signIn}>
          {t("common.backToSignIn")}
        </a>
      }
    >
      <h1>{t("recovery.mailTitle")}</h1>
      <p className="mt-2 text-muted">{t("recovery.mailLead")}</p>
      {query.problem === "limit" ? <WaitNotice t={t} locale={locale} wait={query.wait} /> : null}
      <form
        method="post"
        action={recoveryPath("/sign-in/email/ask", { interaction })}
        className="mt-6 grid gap-4"
      >
        {interaction ? <input type="hidden" name="interaction" value={interaction} /> : null}
        <Field
          id="email"
          name="email"
          type="email"
          inputMode="email"
          label={t("common.email")}
          hint={t("recovery.mailHint")}
          problem={query.problem === "address" ? t("recovery.mailProblem") : undefined}
          placeholder={t("common.emailExample")}
          required
          maxLength={254}
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
        />
        <button type="submit" className="button">
          {t("recovery.mailButton")}
        </button>
      </form>
    </AuthScreen>
  );
}

interface SentProps {
  readonly t: Translate;
  readonly again: string;
}

/** The same for every address. */
function Sent({ t, again }: SentProps) {
  return (
    <AuthScreen keyline="done">
      <h1>{t("recovery.sentTitle")}</h1>
      <p className="mt-2">{t("recovery.sentBody")}</p>
      <p className="mt-4 text-sm text-muted">{t("recovery.sentHelp")}</p>
      <a className="button button-secondary mt-6 w-full" href={again}>
        {t("recovery.mailAgain")}
      </a>
    </AuthScreen>
  );
}
