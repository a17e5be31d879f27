/** What an app will see, with the actual values, and the decision: a plain form that needs no JavaScript. */
import type { Metadata } from "next";
import { redirect } from "next/navigation";
import type { Translate } from "#lib/i18n/translator.ts";
import { describeInteraction } from "#lib/oidc/interactions/describe-interaction.ts";
import { AppSign } from "../../app-sign.tsx";
import { AuthScreen } from "../../auth-screen.tsx";
import { pageContext, pageLanguage } from "../../page-context.ts";
import { readToken, type SearchParams } from "../../search-params.ts";
import { formAction } from "../form-action.ts";
import { RequestExpired } from "../request-expired.tsx";
import { SelfDescribed } from "../self-described.tsx";
import { ConsentClaims } from "./consent-claims.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await pageLanguage();
  return { title: t("consent.pageTitle") };
}

export default async function ConsentPage({ searchParams }: { searchParams: SearchParams }) {
  const query = await searchParams;
  const ctx = await pageContext();
  const { t, locale } = await pageLanguage();
  const token = readToken(query.interaction);
  const request = token === undefined ? undefined : await describeInteraction(ctx, token);
  if (token === undefined || request?.kind !== "authorize") return <RequestExpired t={t} />;
  // Nobody signed in, or nothing left to decide: the protocol knows the next step.
  if (!request.person || !request.consent) redirect(`/oauth/resume?interaction=${token}`);
  const app = request.clientName;
  return (
    <AuthScreen>
      <AppSign clientId={request.clientId} name={app} />
      <h1>{t.rich("consent.title", { app: () => <bdi>{app}</bdi> })}</h1>
      <SelfDescribed t={t} source={request.selfDescribed} />
      <Account t={t} person={request.person} interaction={token} several={request.accounts !== undefined} />
      <ConsentClaims t={t} locale={locale} app={app} consent={request.consent} />
      <p className="mt-4 text-sm text-muted">
        {t("consent.returnsTo")}{" "}
        <span className="mono font-medium text-fg" dir="ltr">
          {request.redirectHost}
        </span>
      </p>
      <form method="post" action={formAction("/oauth/consent", locale)} className="mt-6 grid gap-2">
        <input type="hidden" name="interaction" value={token} />
        <input type="hidden" name="session" value={request.person.sessionId} />
        <button type="submit" name="decision" value="allow" className="button">
          {t("consent.allow")}
        </button>
        <button type="submit" name="decision" value="deny" className="button button-secondary">
          {t("consent.deny")}
        </button>
      </form>
      <p className="mt-4 text-sm text-muted">{t("consent.footer", { app })}</p>
    </AuthScreen>
  );
}

interface AccountProps {
  readonly t: Translate;
  readonly person: { readonly displayName: string; readonly username: string };
  readonly interaction: string;
  /** Others are signed in here too. */
  readonly several: boolean;
}

function Account({ t, person, interaction, several }: AccountProps) {
  const page = several ? "choose-account" : "sign-in";
  return (
    <div className="mt-4 rounded-md border border-border px-4 py-3 text-sm">
      <p className="text-muted">{t("consent.account")}</p>
      <p className="font-medium" dir="auto">
        {person.displayName}
      </p>
      <p className="text-muted" dir="auto">
        {person.username}
      </p>
      <p className="mt-1">
        {t("consent.notYou")}{" "}
        <a className="text-link" href={`/${page}?interaction=${interaction}`}>
          {t("consent.switchAccount")}
        </a>
      </p>
    </div>
  );
}
