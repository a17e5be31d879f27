/** Which of the accounts of this browser the app gets: plain forms that need no JavaScript. */
import type { Metadata } from "next";
import { redirect } from "next/navigation";
import type { Translate } from "#lib/i18n/translator.ts";
import type { AccountDescription } from "#lib/oidc/interactions/describe-interaction.ts";
import { describeInteraction } from "#lib/oidc/interactions/describe-interaction.ts";
import { AuthScreen } from "../../auth-screen.tsx";
import { pageContext, pageLanguage } from "../../page-context.ts";
import { readToken, type SearchParams } from "../../search-params.ts";
import { formAction } from "../form-action.ts";
import { RequestExpired } from "../request-expired.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await pageLanguage();
  return { title: t("chooseAccount.title") };
}

export default async function ChooseAccountPage({ searchParams }: { searchParams: SearchParams }) {
  const query = await searchParams;
  const ctx = await pageContext();
  const { t, locale } = await pageLanguage();
  const token = readToken(query.interaction);
  const request = token === undefined ? undefined : await describeInteraction(ctx, token);
  if (token === undefined || request?.kind !== "authorize") return <RequestExpired t={t} />;
  // Chosen meanwhile, or nobody left to choose: the protocol knows the next step.
  if (!request.accounts || ctx.actor.type !== "user") redirect(`/oauth/resume?interaction=${token}`);
  const { accounts } = request;
  const current = ctx.actor.sessionId;
  return (
    <AuthScreen>
      <h1>{t("chooseAccount.toApp", { app: request.clientName })}</h1>
      <p className="mt-2 text-muted">
        {accounts.length === 1 ? t("chooseAccount.leadOne") : t("chooseAccount.lead")}
      </p>
      <form method="post" action={formAction("/oauth/choose-account", locale)} className="mt-6 grid gap-2">
        <input type="hidden" name="interaction" value={token} />
        {accounts.map((account) => (
          <Account key={account.sessionId} t={t} account={account} current={current} />
        ))}
      </form>
      <a className="button button-secondary mt-4 w-full" href={`/sign-in?interaction=${token}&account=other`}>
        {t("chooseAccount.another")}
      </a>
    </AuthScreen>
  );
}

interface AccountProps {
  readonly t: Translate;
  readonly account: AccountDescription;
  readonly current: string;
}

function Account({ t, account, current }: AccountProps) {
  const note = account.hinted
    ? t("chooseAccount.hinted")
    : account.sessionId === current
      ? t("chooseAccount.current")
      : undefined;
  return (
    <button
      type="submit"
      name="session"
      value={account.sessionId}
      className="grid gap-0.5 rounded-md border border-control bg-surface px-4 py-3 text-start hover:bg-sunken"
    >
      <span className="font-medium" dir="auto">
        {account.displayName}
      </span>
      <span className="text-sm text-muted" dir="auto">
        {account.username}
      </span>
      {note === undefined ? null : <span className="text-sm text-muted">{note}</span>}
    </button>
  );
}
