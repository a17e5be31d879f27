/** Recovery codes: whether there are any, how many are left, and making new ones. */
import type { Metadata } from "next";
import { PageHeading } from "#components/account/page-heading.tsx";
import { RecoveryCodesCard, type RecoveryCodesLabels } from "#components/recovery/recovery-codes-card.tsx";
import { LocalTime } from "#components/ui/local-time.tsx";
import { NoScript } from "#components/ui/no-script.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { describeOwnRecoveryCodes } from "#lib/accounts/recovery/describe-recovery-codes.ts";
import type { RecoveryCodes } from "#lib/accounts/recovery/schema.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import type { Format, Translate } from "#lib/i18n/translator.ts";
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
