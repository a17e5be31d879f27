/** Recovery codes: whether there are any, how many are left, and making new ones. */
import type { Metadata } from "next";
import { PageHeading } from "#components/account/page-heading.tsx";
import { RecoveryCodesCard, type RecoveryCodesLabels } from "#components/recovery/recovery-codes-card.tsx";
import { LocalTime } from "#components/ui/local-time.tsx";
import { NoScript } from "#components/ui/no-script.tsx";
import { Notice } from "#components/ui/notice.tsx";
import type { UserRole } from "#drizzle/schema/users.ts";
import { isRoleAllowed } from "#lib/accounts/device-approval/check-may-approve.ts";
import { describeEmail } from "#lib/accounts/email/describe-email.ts";
import type { Email } from "#lib/accounts/email/schema.ts";
import { describeOwnRecoveryCodes } from "#lib/accounts/recovery/describe-recovery-codes.ts";
import type { RecoveryCodes } from "#lib/accounts/recovery/schema.ts";
import type { Config } from "#lib/config/load-config.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import type { Format, Translate } from "#lib/i18n/translator.ts";
import { isMailConfigured } from "#lib/mail/is-mail-configured.ts";
import { isSteppedUp, stepUpExpiry } from "#lib/sessions/check-step-up.ts";
import { madeCodesWords } from "../../../(auth)/made-codes-words.ts";
import { ceremonyWords } from "../../../(auth)/passkey-words.ts";
import { pageLanguage, signedInPageContext } from "../../../page-context.ts";

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await pageLanguage();
  return { title: t("recoveryCodes.title") };
}

export default async function RecoveryCodesPage() {
  const ctx = await signedInPageContext("/account/recovery-codes");
  const { t, format, locale, instance } = await pageLanguage();
  const state = await describeOwnRecoveryCodes(ctx);
  const confirmed = isSteppedUp(ctx.actor, ctx.now);
  const verifiedUntil = (confirmed ? stepUpExpiry(ctx.actor.authTime) : ctx.now).toISOString();
  return (
    <>
      <PageHeading title={t("recoveryCodes.title")} lead={t("recoveryCodes.lead")} />
      <NoScript title={t("common.noScriptTitle")} body={t("common.noScript")} />
      <section className="mt-6 max-w-[36rem] rounded-lg border border-border bg-surface p-5">
        <RecoveryCodesCard
          account={ctx.actor.username}
          exists={state.total > 0}
          verifiedUntil={verifiedUntil}
          labels={{ ...cardWords(t), made: madeCodesWords({ t, instance }, ctx.config) }}
          ceremony={ceremonyWords({ t, locale, instance }, ctx.config)}
        >
          <State t={t} format={format} locale={locale} codes={state} />
        </RecoveryCodesCard>
      </section>
      <OtherWaysBack
        t={t}
        instance={instance}
        config={ctx.config}
        role={ctx.actor.role}
        email={await describeEmail(ctx)}
      />
    </>
  );
}

function cardWords(t: Translate): Omit<RecoveryCodesLabels, "made"> {
  return {
    make: t("recoveryCodes.make"),
    replace: t("recoveryCodes.replace"),
    replaceTitle: t("recoveryCodes.replaceTitle"),
    replaceBody: t("recoveryCodes.replaceBody"),
    cancel: t("recoveryCodes.cancel"),
    done: t("recoveryCodes.done"),
    confirmHint: t("recoveryCodes.confirmHint"),
  };
}

interface StateProps {
  readonly t: Translate;
  readonly format: Format;
  readonly locale: Locale;
  readonly codes: RecoveryCodes;
}

/** So few that a few more losses use them up. */
const few = 3;

function State({ t, format, locale, codes: { total, left, createdAt } }: StateProps) {
  if (total === 0 || !createdAt)
    return (
      <>
        <h2 className="text-lg font-semibold">{t("recoveryCodes.noneTitle")}</h2>
        <p className="mt-1 text-muted">{t("recoveryCodes.noneBody")}</p>
      </>
    );
  return (
    <>
      <h2 className="text-lg font-semibold tabular-nums">
        {t("recoveryCodes.left", { left, total: format.number(total) })}
      </h2>
      <p className="mt-1 text-muted">
        {t.rich("recoveryCodes.madeAt", {
          when: () => <LocalTime value={createdAt.toISOString()} locale={locale} detail="day" />,
        })}
      </p>
      {left <= few ? (
        <div className="mt-4">
          <Notice tone="warn">{t("recoveryCodes.fewLeft")}</Notice>
        </div>
      ) : null}
    </>
  );
}

interface OtherWaysBackProps {
  readonly t: Translate;
  readonly instance: string;
  readonly config: Config;
  readonly role: UserRole;
  readonly email: Email;
}

/** What else there is on that day, as this installation is set up and for this account. */
function OtherWaysBack({ t, instance, config, role, email: { email, verified } }: OtherWaysBackProps) {
  // Those who can do more than others come back by codes and by other administrators alone.
  const isMember = isRoleAllowed(role);
  const ways = [
    ...(isMember && config.deviceApproval ? [t("recoveryCodes.wayDevice")] : []),
    ...(isMember && config.emailSignIn
      ? [t(verified ? "recoveryCodes.wayMail" : "recoveryCodes.wayMailUnconfirmed", { email })]
      : []),
    t("recoveryCodes.wayAdmin", { instance }),
  ];
  return (
    <section className="mt-8 max-w-[36rem]" aria-labelledby="other-ways">
      <h2 id="other-ways" className="text-lg font-semibold">
        {t("recoveryCodes.waysTitle")}
      </h2>
      <ul className="mt-2 grid list-disc gap-1.5 ps-5 text-muted">
        {ways.map((way) => (
          <li key={way}>{way}</li>
        ))}
      </ul>
      {isMailConfigured(config) ? null : (
        <p className="mt-3 text-sm text-muted">{t("recoveryCodes.noMail", { instance })}</p>
      )}
    </section>
  );
}
