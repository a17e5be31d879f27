/** "Sign out?", asked by the person or by an app; and the state afterwards. Works without JavaScript. */
import type { Metadata } from "next";
import { headers } from "next/headers";
import { Notice } from "#components/ui/notice.tsx";
import type { UserId } from "#drizzle/schema/ids.ts";
import type { Context } from "#lib/context/context.ts";
import { readKnownAccounts } from "#lib/http/known-accounts-cookie.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import type { Translate } from "#lib/i18n/translator.ts";
import { describeInteraction } from "#lib/oidc/interactions/describe-interaction.ts";
import { formAction } from "../../(oidc)/form-action.ts";
import { AuthScreen } from "../../auth-screen.tsx";
import { pageContext, pageLanguage } from "../../page-context.ts";
import { isGiven, readToken, type SearchParams } from "../../search-params.ts";

export async function generateMetadata({ searchParams }: { searchParams: SearchParams }): Promise<Metadata> {
  const { actor } = await pageContext();
  const { t } = await pageLanguage();
  const asks = actor.type === "user" && !isGiven((await searchParams).done);
  return { title: asks ? t("signOut.title") : t("signOut.doneTitle") };
}

export default async function SignOutPage({ searchParams }: { searchParams: SearchParams }) {
  const query = await searchParams;
  const ctx = await pageContext();
  const { t, locale, instance } = await pageLanguage();
  const token = readToken(query.interaction);
  const found = token === undefined ? undefined : await describeInteraction(ctx, token);
  const request = found?.kind === "end_session" ? found : undefined;
  const rest = ctx.actor.type === "user" ? ctx.actor : undefined;
  if (!request && (!rest || isGiven(query.done)))
    return <SignedOut t={t} stillSignedIn={rest?.displayName} />;
  const name = (request?.person ?? rest)?.displayName;
  return (
    <AuthScreen>
      <h1>{t("signOut.title")}</h1>
      {request?.clientName ? (
        <p className="mt-2">{t("signOut.fromApp", { app: request.clientName, instance })}</p>
      ) : null}
      {name ? <p className="mt-2 text-muted">{t("signOut.lead", { name })}</p> : null}
      <p className="mt-2 text-sm text-muted">{t("signOut.consequence", { instance })}</p>
      {isGiven(query.interaction) && !request ? (
        <div className="mt-4">
          <Notice tone="warn">{t("common.expiredRequestBody")}</Notice>
        </div>
      ) : null}
      {request && token ? (
        <AppSignOutForm t={t} locale={locale} interaction={token} />
      ) : (
        <OwnSignOutForm
          t={t}
          locale={locale}
          several={(ctx.alsoSignedIn ?? []).length > 0}
          isKnown={rest !== undefined && (await knownHere(ctx)).includes(rest.userId)}
        />
      )}
    </AuthScreen>
  );
}

interface FormWords {
  readonly t: Translate;
  readonly locale: Locale;
}

/** A plain form: the answer leads to the app, over the protocol's own endpoint. */
function AppSignOutForm({ t, locale, interaction }: FormWords & { readonly interaction: string }) {
  return (
    <form method="post" action={formAction("/oauth/end-session/confirm", locale)} className="mt-6 grid gap-2">
      <input type="hidden" name="interaction" value={interaction} />
      <button type="submit" name="decision" value="sign_out" className="button">
        {t("signOut.confirm")}
      </button>
      <button type="submit" name="decision" value="stay" className="button button-secondary">
        {t("signOut.stay")}
      </button>
    </form>
  );
}

interface OwnSignOutProps extends FormWords {
  readonly several: boolean;
  /** The sign-in page of this browser offers the account by name. */
  readonly isKnown: boolean;
}

async function knownHere(ctx: Context): Promise<UserId[]> {
  return readKnownAccounts(ctx, (await headers()).get("cookie"));
}

/** Plain for the same reason: before it is done, the apps' own pages may have to run in frames. */
function OwnSignOutForm({ t, locale, several, isKnown }: OwnSignOutProps) {
  return (
    <>
      <form method="post" action={formAction("/oauth/end-session/here", locale)} className="mt-6 grid gap-2">
        {isKnown ? (
          <label className="mb-2 flex min-h-6 items-start gap-3 text-sm">
            <input type="checkbox" name="forget" value="yes" className="size-6 shrink-0 accent-accent" />
            <span className="mt-0.5">{t("signOut.forget")}</span>
          </label>
        ) : null}
        <button type="submit" name="accounts" value="shown" className="button w-full">
          {t("signOut.confirm")}
        </button>
        {several ? (
          <button type="submit" name="accounts" value="all" className="button button-secondary w-full">
            {t("signOut.all")}
          </button>
        ) : null}
      </form>
      <a className="button button-secondary mt-2 w-full" href="/account">
        {t("signOut.stay")}
      </a>
    </>
  );
}

interface SignedOutProps {
  readonly t: Translate;
  /** Another account of this browser, which it shows now. */
  readonly stillSignedIn: string | undefined;
}

function SignedOut({ t, stillSignedIn }: SignedOutProps) {
  return (
    <AuthScreen keyline="done">
      <h1>{t("signOut.doneTitle")}</h1>
      <p className="mt-2 text-muted">{t("signOut.doneBody")}</p>
      {stillSignedIn === undefined ? null : (
        <p className="mt-2">{t.rich("signOut.stillSignedIn", { name: () => <bdi>{stillSignedIn}</bdi> })}</p>
      )}
      {stillSignedIn === undefined ? (
        <a className="button mt-6 w-full" href="/sign-in">
          {t("signOut.signInAgain")}
        </a>
      ) : (
        <>
          <a className="button mt-6 w-full" href="/account">
            {t("signOut.goOn")}
          </a>
          <a className="button button-secondary mt-2 w-full" href="/sign-out">
            {t("signOut.next")}
          </a>
        </>
      )}
    </AuthScreen>
  );
}
