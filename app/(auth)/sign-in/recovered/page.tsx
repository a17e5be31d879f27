/** Where every way back in ends: adding a passkey while it needs no other one. */
import type { Metadata } from "next";
import { redirect } from "next/navigation";
import {
  type LostLabels,
  type RecoveredLabels,
  RecoveredPanel,
} from "#components/recovery/recovered-panel.tsx";
import { NoScript } from "#components/ui/no-script.tsx";
import { describeOwnRecoveryCodes } from "#lib/accounts/recovery/describe-recovery-codes.ts";
import { listOwnSessions } from "#lib/accounts/sessions/list-own-sessions.ts";
import type { Translate } from "#lib/i18n/translator.ts";
import { describeInteraction } from "#lib/oidc/interactions/describe-interaction.ts";
import { isRecovered, recoveryWindowEnd } from "#lib/sessions/check-may-add-passkey.ts";
import { AuthScreen } from "../../../auth-screen.tsx";
import { pageContext, pageLanguage } from "../../../page-context.ts";
import { readToken, type SearchParams } from "../../../search-params.ts";
import { continueTarget } from "../../continue-target.ts";
import { ceremonyWords } from "../../passkey-words.ts";

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await pageLanguage();
  return { title: t("recovery.inTitle") };
}

export default async function RecoveredPage({ searchParams }: { searchParams: SearchParams }) {
  const query = await searchParams;
  const ctx = await pageContext();
  const { actor, now, config } = ctx;
  const token = readToken(query.interaction);
  const found = token === undefined ? undefined : await describeInteraction(ctx, token);
  const request = found?.kind === "authorize" || found?.kind === "device" ? found : undefined;
  const continueTo = continueTarget({ interaction: request && token, next: query.next });
  if (actor.type !== "user") redirect("/sign-in");
  if (!isRecovered(actor)) redirect(continueTo);
  const language = await pageLanguage();
  const { t } = language;
  if (recoveryWindowEnd(actor).getTime() <= now.getTime()) return <Late t={t} continueTo={continueTo} />;
  const [sessions, codes] = await Promise.all([listOwnSessions(ctx), describeOwnRecoveryCodes(ctx)]);
  return (
    <AuthScreen>
      <RecoveredPanel
        continueTo={continueTo}
        labels={words(t, {
          name: actor.displayName,
          others: sessions.length - 1,
          app: request?.clientName,
          // Whoever approves it on another device has that device.
          lost: actor.method !== "device_approval",
        })}
        ceremony={ceremonyWords(language, config)}
        notice={<NoScript title={t("common.noScriptTitle")} body={t("common.noScript")} />}
        codes={
          <CodesLeft t={t} total={codes.total} left={codes.left} spent={actor.method === "recovery_code"} />
        }
      />
    </AuthScreen>
  );
}

interface Facts {
  readonly name: string;
  readonly others: number;
  readonly app: string | undefined;
  readonly lost: boolean;
}

function words(t: Translate, { name, others, app, lost }: Facts): RecoveredLabels {
  return {
    title: t("recovery.inTitle"),
    lead: t("recovery.inLead"),
    account: t("recovery.inAs", { name }),
    add: t("recovery.add"),
    addHint: t("recovery.addHint"),
    confirmExisting: t("recovery.confirmExisting"),
    skip: t("recovery.skip"),
    skipHint: t("recovery.skipHint"),
    addedTitle: t("recovery.addedTitle"),
    addedBody: t("recovery.addedBody", { name: "{name}" }),
    confirmedTitle: t("recovery.confirmedTitle"),
    confirmedBody: t("recovery.confirmedBody"),
    continue: app === undefined ? t("created.continue") : t("created.continueToApp", { app }),
    done: t("ceremony.created"),
    lost: lost ? lostWords(t, others) : undefined,
  };
}

function lostWords(t: Translate, others: number): LostLabels {
  return {
    title: t("recovery.lostTitle"),
    body: t("recovery.lostBody"),
    seePasskeys: t("recovery.seePasskeys"),
    others: {
      end: others > 0 ? t("recovery.endOthers", { count: others }) : undefined,
      ended: t("recovery.endedOthers"),
      none: t("recovery.noOthers"),
      failed: t("ceremony.failure.server"),
    },
  };
}

interface CodesLeftProps {
  readonly t: Translate;
  readonly total: number;
  readonly left: number;
  /** One of them was used just now. */
  readonly spent: boolean;
}

function CodesLeft({ t, total, left, spent }: CodesLeftProps) {
  return (
    <p>
      {total === 0 || (left === 0 && !spent)
        ? t("recovery.noCodesYet")
        : t("recovery.codesLeft", { count: left })}{" "}
      <a className="text-link" href="/account/recovery-codes">
        {t(total === 0 ? "recoveryCodes.make" : "recoveryCodes.replace")}
      </a>
    </p>
  );
}

interface LateProps {
  readonly t: Translate;
  readonly continueTo: string;
}

function Late({ t, continueTo }: LateProps) {
  return (
    <AuthScreen keyline="failed">
      <h1>{t("recovery.lateTitle")}</h1>
      <p className="mt-2 text-muted">{t("recovery.lateBody")}</p>
      <a className="button mt-6 w-full" href="/sign-in/recovery-code">
        {t("recovery.byCode")}
      </a>
      <a className="button button-secondary mt-2 w-full" href={continueTo}>
        {t("recovery.skip")}
      </a>
    </AuthScreen>
  );
}
