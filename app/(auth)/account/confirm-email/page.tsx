/** Where the link in a mail to an address leads. Looking uses nothing up, however often a scanner does. */
import type { Metadata } from "next";
import { ConfirmEmail } from "#components/account/confirm-email.tsx";
import { describeEmailLink, type EmailLink } from "#lib/accounts/email/describe-email-link.ts";
import type { Translate } from "#lib/i18n/translator.ts";
import { AuthScreen } from "../../../auth-screen.tsx";
import { pageLanguage, signedInPageContext } from "../../../page-context.ts";
import { readToken, type SearchParams } from "../../../search-params.ts";
import { ceremonyWords } from "../../passkey-words.ts";
import { confirmAddress } from "./actions.ts";

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await pageLanguage();
  return { title: t("emailAddress.page.title"), referrer: "no-referrer" };
}

export default async function ConfirmEmailPage({ searchParams }: { searchParams: SearchParams }) {
  const token = readToken((await searchParams).token) ?? "";
  const here = `/account/confirm-email?token=${token}` as const;
  // Whoever asked for it must be signed in: then they come back here.
  const ctx = await signedInPageContext(here);
  const { t, locale, instance } = await pageLanguage();
  const link = await describeEmailLink(ctx, token);
  return (
    <AuthScreen>
      {link.state === "foreign" ? (
        <Foreign t={t} account={ctx.actor.username} here={here} />
      ) : (
        <ConfirmEmail
          action={confirmAddress}
          token={token}
          email={link.state === "open" ? link.email : undefined}
          account={ctx.actor.displayName}
          words={wordsOf(t, link, ctx.actor.username)}
          ceremony={ceremonyWords({ t, locale, instance }, ctx.config)}
        />
      )}
    </AuthScreen>
  );
}

interface ForeignProps {
  readonly t: Translate;
  readonly account: string;
  readonly here: string;
}

/** Nobody is told whose it is. */
function Foreign({ t, account, here }: ForeignProps) {
  return (
    <div data-ceremony="failed">
      <h1>{t("emailAddress.page.foreignTitle")}</h1>
      <p className="mt-2 text-muted">{t("emailAddress.page.foreignBody")}</p>
      <dl className="mt-4 rounded-md border border-border px-4 py-3 text-sm">
        <dt className="text-muted">{t("emailAddress.page.account")}</dt>
        <dd className="font-medium" dir="ltr">
          <bdi>{account}</bdi>
        </dd>
      </dl>
      <div className="mt-6 grid gap-2">
        <a className="button" href={`/sign-in?account=other&next=${encodeURIComponent(here)}`}>
          {t("emailAddress.page.switch")}
        </a>
        <a className="button button-secondary" href="/account">
          {t("emailAddress.page.later")}
        </a>
      </div>
    </div>
  );
}

function wordsOf(t: Translate, link: EmailLink, old: string) {
  const email = link.state === "open" ? link.email : old;
  const isChange = link.state === "open" && link.change;
  return {
    title: t("emailAddress.page.title"),
    body: isChange ? t("emailAddress.page.change", { old }) : t("emailAddress.page.verify"),
    accountLabel: t("emailAddress.page.account"),
    confirm: t("emailAddress.page.confirm"),
    later: t("emailAddress.page.later"),
    waiting: t("ceremony.starting"),
    deadTitle: t("emailAddress.page.deadTitle"),
    deadBody: t("emailAddress.page.deadBody"),
    takenTitle: t("emailAddress.page.takenTitle"),
    takenBody: t("emailAddress.page.takenBody"),
    toProfile: t("emailAddress.page.toProfile"),
    // After it was done where no script runs, the person has the address already.
    doneTitle: isChange
      ? t("emailAddress.changed", { email })
      : t("emailAddress.verified", { email: link.state === "open" ? email : old }),
  };
}
