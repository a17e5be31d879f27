/** The overview: who you are here, and the passkeys that are your way in. */
import type { Metadata } from "next";
import { PasskeyList } from "#components/account/passkey-list.tsx";
import { StepUpWindow } from "#components/account/step-up-window.tsx";
import { AddPasskeyDialog } from "#components/passkey/add-passkey-dialog.tsx";
import { LocalTime } from "#components/ui/local-time.tsx";
import { Notice } from "#components/ui/notice.tsx";
import type { UserActor } from "#lib/context/context.ts";
import { listPasskeys, type Passkey } from "#lib/credentials/list-passkeys.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import type { Translate } from "#lib/i18n/translator.ts";
import { isSteppedUp, stepUpExpiry } from "#lib/sessions/check-step-up.ts";
import { ceremonyWords } from "../../(auth)/passkey-words.ts";
import { pageLanguage, signedInPageContext } from "../../page-context.ts";
import { addPasskeyWords } from "./add-passkey-words.ts";

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await pageLanguage();
  return { title: t("account.title") };
}

export default async function AccountPage() {
  const ctx = await signedInPageContext("/account");
  const { t, format, locale } = await pageLanguage();
  const passkeys = await listPasskeys(ctx);
  const confirmed = isSteppedUp(ctx.actor, ctx.now);
  const verifiedUntil = (confirmed ? stepUpExpiry(ctx.actor.authTime) : ctx.now).toISOString();
  const ceremony = ceremonyWords({ t, locale }, ctx.config);
  return (
    <>
      <h1 className="text-2xl font-semibold">
        {t.rich("account.greeting", { name: () => <bdi>{ctx.actor.displayName}</bdi> })}
      </h1>
      <p className="mt-2 max-w-[60ch] text-muted">{t("account.lead")}</p>
      <div className="mt-8 grid items-start gap-x-10 gap-y-10 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <section aria-labelledby="passkeys">
          <div className="flex flex-wrap items-center gap-x-4 gap-y-3">
            <div className="grow">
              <h2 id="passkeys" tabIndex={-1} className="text-lg font-semibold outline-none">
                {t("passkeys.title")}
              </h2>
              <p className="text-sm text-muted">
                {t("passkeys.count", { count: passkeys.length })}
                <span aria-hidden="true"> · </span>
                <StepUpWindow
                  until={verifiedUntil}
                  now={ctx.now.toISOString()}
                  locale={locale}
                  open={t("passkeys.windowLeft", { time: "{time}" })}
                  closed={t("passkeys.windowClosed")}
                />
              </p>
            </div>
            <AddPasskeyDialog
              labels={addPasskeyWords(t, ctx.actor.username)}
              ceremony={ceremony}
              verifiedUntil={verifiedUntil}
            />
          </div>
          <div className="mt-5 grid gap-6">
            <Advice t={t} passkeys={passkeys} />
            <PasskeyList
              t={t}
              format={format}
              locale={locale}
              passkeys={passkeys}
              ceremony={ceremony}
              verifiedUntil={verifiedUntil}
            />
          </div>
        </section>
        <Profile t={t} locale={locale} person={ctx.actor} />
      </div>
    </>
  );
}

/** One passkey is one lost device away from no account. */
function Advice({ t, passkeys }: { readonly t: Translate; readonly passkeys: readonly Passkey[] }) {
  const [only] = passkeys;
  if (passkeys.length > 1) return null;
  return (
    <Notice tone="warn">
      <p className="font-semibold">{only ? t("passkeys.nudgeTitle") : t("passkeys.empty")}</p>
      <p className="mt-1">{adviceText(t, only)}</p>
    </Notice>
  );
}

function adviceText(t: Translate, only: Passkey | undefined): string {
  if (!only) return t("passkeys.emptyBody");
  return only.backupEligible ? t("passkeys.nudgeBody") : t("passkeys.nudgeDeviceBound");
}

interface ProfileProps {
  readonly t: Translate;
  readonly locale: Locale;
  readonly person: UserActor;
}

function Profile({ t, locale, person }: ProfileProps) {
  return (
    <section aria-labelledby="profile" className="rounded-lg border border-border bg-surface p-5">
      <h2 id="profile" className="text-lg font-semibold">
        {t("account.profile")}
      </h2>
      <dl className="mt-3 grid gap-3 text-sm">
        <div>
          <dt className="text-muted">{t("account.name")}</dt>
          <dd dir="auto">{person.displayName}</dd>
        </div>
        <div>
          <dt className="text-muted">{t("account.email")}</dt>
          <dd dir="auto">{person.username}</dd>
        </div>
        <div>
          <dt className="text-muted">{t("account.role")}</dt>
          <dd>{t(`account.roles.${person.role}`)}</dd>
        </div>
        <div>
          <dt className="text-muted">{t("account.signedInAt")}</dt>
          <dd>
            <LocalTime value={person.authTime.toISOString()} locale={locale} detail="minute" />
          </dd>
        </div>
      </dl>
    </section>
  );
}
