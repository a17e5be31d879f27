/** A new account with its first passkey, perhaps by invitation, or whom to ask where sign-up is not open. */
import type { Metadata } from "next";
import { RegistrationFlow } from "#components/passkey/registration-flow.tsx";
import { LocalTime } from "#components/ui/local-time.tsx";
import { NoScript } from "#components/ui/no-script.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { describeInvitation, type OpenInvitation } from "#lib/accounts/invitations/describe-invitation.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import type { Translate } from "#lib/i18n/translator.ts";
import { describeInteraction } from "#lib/oidc/interactions/describe-interaction.ts";
import { AuthScreen } from "../../auth-screen.tsx";
import { instanceConfig, type PageLanguage, pageContext, pageLanguage } from "../../page-context.ts";
import { readToken, type SearchParams } from "../../search-params.ts";
import { WhoToAsk } from "../../who-to-ask.tsx";
import { continueTarget } from "../continue-target.ts";
import { ceremonyWords, createdWords } from "../passkey-words.ts";
import { registrationWords } from "../registration-words.ts";

interface SignUpPageProps {
  readonly searchParams: SearchParams;
}

export async function generateMetadata({ searchParams }: SignUpPageProps): Promise<Metadata> {
  const { signUp } = await instanceConfig();
  const { t, instance } = await pageLanguage();
  if (signUp !== "closed" && (await searchParams).invitation !== undefined)
    return { title: t("invitation.title", { instance }) };
  return { title: t(signUp === "open" ? "signUp.title" : `signUp.${signUp}Title`) };
}

export default async function SignUpPage({ searchParams }: SignUpPageProps) {
  const query = await searchParams;
  const ctx = await pageContext();
  const language = await pageLanguage();
  const { t, locale } = language;
  const policy = ctx.config.signUp;
  const invited = query.invitation !== undefined && policy !== "closed";
  if (policy !== "open" && !invited) return <NotOpen language={language} policy={policy} />;
  const invitation = invited ? readToken(query.invitation) : undefined;
  const open = invitation === undefined ? undefined : await describeInvitation(ctx, invitation);
  if (invited && !open) return <InvitationInvalid t={t} />;
  const token = readToken(query.interaction);
  const found = token === undefined ? undefined : await describeInteraction(ctx, token);
  const request = found?.kind === "authorize" || found?.kind === "device" ? found : undefined;
  const interaction = request ? token : undefined;
  return (
    <AuthScreen
      below={
        <p>
          {t("signUp.haveAccount")}{" "}
          <a className="text-link" href={interaction ? `/sign-in?interaction=${interaction}` : "/sign-in"}>
            {t("signUp.signIn")}
          </a>
        </p>
      }
    >
      <RegistrationFlow
        continueTo={continueTarget({ interaction, next: undefined })}
        {...(open && invitation !== undefined ? { invitation } : {})}
        {...(open?.email === undefined ? {} : { boundEmail: open.email })}
        labels={formWords(language, open)}
        created={createdWords(language, ctx.config, request?.clientName)}
        ceremony={ceremonyWords(language, ctx.config)}
        notice={
          <>
            {open ? <InvitationNotice t={t} locale={locale} invitation={open} /> : null}
            <NoScript title={t("common.noScriptTitle")} body={t("common.noScript")} />
            {ctx.actor.type === "user" ? (
              <div className="mt-4">
                <Notice tone="warn">{t("signUp.alreadySignedIn", { name: ctx.actor.displayName })}</Notice>
              </div>
            ) : null}
          </>
        }
      />
    </AuthScreen>
  );
}

function formWords({ t, instance }: PageLanguage, invitation: OpenInvitation | undefined) {
  const button = t("signUp.button");
  if (!invitation) return registrationWords(t, { title: t("signUp.title"), lead: t("signUp.lead"), button });
  const title = t("invitation.title", { instance });
  const words = registrationWords(t, { title, lead: t("invitation.lead"), button });
  return invitation.email === undefined ? words : { ...words, emailHint: t("invitation.emailHint") };
}

interface InvitationNoticeProps {
  readonly t: Translate;
  readonly locale: Locale;
  readonly invitation: OpenInvitation;
}

function InvitationNotice({ t, locale, invitation: { invitedBy, expiresAt } }: InvitationNoticeProps) {
  const when = () => <LocalTime value={expiresAt.toISOString()} locale={locale} detail="minute" />;
  return (
    <div className="mt-4">
      <Notice tone="info">
        {invitedBy === undefined ? null : <p>{t("invitation.from", { name: invitedBy })}</p>}
        <p>{t.rich("invitation.until", { when })}</p>
      </Notice>
    </div>
  );
}

function InvitationInvalid({ t }: { readonly t: Translate }) {
  return (
    <AuthScreen keyline="failed">
      <h1>{t("invitation.invalidTitle")}</h1>
      <p className="mt-2 text-muted">{t("invitation.invalidBody")}</p>
      <p className="mt-2 text-muted">{t("invitation.doneAlready")}</p>
      <a className="button button-secondary mt-6 w-full" href="/sign-in">
        {t("common.backToSignIn")}
      </a>
    </AuthScreen>
  );
}

interface NotOpenProps {
  readonly language: PageLanguage;
  readonly policy: "invite" | "closed";
}

function NotOpen({ language: { t, instance }, policy }: NotOpenProps) {
  return (
    <AuthScreen>
      <h1>{t(`signUp.${policy}Title`)}</h1>
      <p className="mt-2 text-muted">{t(`signUp.${policy}Body`, { instance })}</p>
      <p className="mt-2 text-muted">{t("signUp.askBody")}</p>
      <WhoToAsk />
      <a className="button button-secondary mt-6 w-full" href="/sign-in">
        {t("common.backToSignIn")}
      </a>
    </AuthScreen>
  );
}
