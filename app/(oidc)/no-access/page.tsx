/** Why the person may not use an app, and what they can do about it. Needs no JavaScript. */
import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { describeInteraction } from "#lib/oidc/interactions/describe-interaction.ts";
import { AuthScreen } from "../../auth-screen.tsx";
import { pageContext, pageLanguage } from "../../page-context.ts";
import { readToken, type SearchParams } from "../../search-params.ts";
import { WhoToAsk } from "../../who-to-ask.tsx";
import { formAction } from "../form-action.ts";
import { RequestExpired } from "../request-expired.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await pageLanguage();
  return { title: t("noAccess.pageTitle") };
}

export default async function NoAccessPage({ searchParams }: { searchParams: SearchParams }) {
  const query = await searchParams;
  const ctx = await pageContext();
  const { t, locale, instance } = await pageLanguage();
  const token = readToken(query.interaction);
  const request = token === undefined ? undefined : await describeInteraction(ctx, token);
  if (token === undefined || request?.kind !== "authorize") return <RequestExpired t={t} />;
  // Let in meanwhile, or signed in as somebody else: the protocol knows the next step.
  if (!request.unmetRule || !request.person) redirect(`/oauth/resume?interaction=${token}`);
  const { unmetRule: rule, person, clientName: app } = request;
  const page = rule === "group" && request.accounts ? "choose-account" : "sign-in";
  return (
    <AuthScreen keyline="failed">
      <h1>{t("noAccess.title", { app })}</h1>
      <p className="mt-2">{t(`noAccess.${rule}`, { app })}</p>
      <p className="mt-2 text-muted">
        {rule === "group" ? t("noAccess.groupHelp", { instance }) : t(`noAccess.${rule}Help`)}
      </p>
      {rule === "group" ? <WhoToAsk /> : null}
      <div className="mt-4 rounded-md border border-border px-4 py-3 text-sm">
        <p className="text-muted">{t("noAccess.account")}</p>
        <p className="font-medium" dir="auto">
          {person.displayName}
        </p>
        <p className="text-muted" dir="auto">
          {person.username}
        </p>
      </div>
      <a className="button mt-6 w-full" href={`/${page}?interaction=${token}`}>
        {rule === "group" ? t("noAccess.anotherAccount") : t("noAccess.anotherPasskey")}
      </a>
      <form method="post" action={formAction("/oauth/consent", locale)} className="mt-2 grid">
        <input type="hidden" name="interaction" value={token} />
        <button type="submit" name="decision" value="deny" className="button button-secondary">
          {t("noAccess.back", { app })}
        </button>
      </form>
    </AuthScreen>
  );
}
