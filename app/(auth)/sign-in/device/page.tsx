/** Signing in without a passkey here: a code to be approved where the person has one. Works without JavaScript. */
import type { Metadata } from "next";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { cache } from "react";
import { StepUpWindow } from "#components/account/step-up-window.tsx";
import { ApprovalWait } from "#components/passkey/approval-wait.tsx";
import { LetterCode } from "#components/ui/letter-code.tsx";
import { QrCode } from "#components/ui/qr-code.tsx";
import {
  readApprovalState,
  type WaitingApproval,
} from "#lib/accounts/device-approval/read-approval-state.ts";
import { describeCode } from "#lib/accounts/device-approval/request-device-approval.ts";
import { openWaitingCookie } from "#lib/http/waiting-cookie.ts";
import type { Translate } from "#lib/i18n/translator.ts";
import { AuthScreen } from "../../../auth-screen.tsx";
import { type PageLanguage, pageContext, pageLanguage } from "../../../page-context.ts";
import type { SearchParams } from "../../../search-params.ts";
import { readGoal, type SignInGoal, signInAddress } from "../../sign-in-address.ts";

interface DeviceSignInPageProps {
  readonly searchParams: SearchParams;
}

export async function generateMetadata({ searchParams }: DeviceSignInPageProps): Promise<Metadata> {
  const { t } = await pageLanguage();
  const { approval } = await readWaiting();
  const refused = (await searchParams).result === "refused";
  if (refused && approval?.state !== "waiting") return { title: t("deviceSignIn.refusedTitle") };
  if (approval?.state === "denied" || approval?.state === "over")
    return { title: t(`deviceSignIn.${approval.state}Title`) };
  return { title: t("deviceSignIn.title") };
}

export default async function DeviceSignInPage({ searchParams }: DeviceSignInPageProps) {
  const query = await searchParams;
  const { ctx, browser, approval } = await readWaiting();
  if (!ctx.config.deviceApproval) redirect("/sign-in");
  const language = await pageLanguage();
  const { t } = language;
  const goal = readGoal(query);
  const open = approval?.state === "waiting" || approval?.state === "approved";
  const ended = query.result === "refused" ? "refused" : approval?.state;
  return (
    <AuthScreen {...(!open && ended !== undefined ? { keyline: "failed" } : {})}>
      {open && browser ? (
        <Waiting
          language={language}
          now={ctx.now}
          shown={describeCode(ctx, browser.code)}
          address={`${ctx.config.baseUrl.replace(/^https?:\/\//, "")}/approve`}
          approval={approval}
          tooEarly={query.result === "pending"}
          goal={goal}
        />
      ) : (
        <Start t={t} instance={language.instance} ended={ended as Ended} goal={goal} />
      )}
      <p className="mt-4 text-center text-sm">
        <a className="text-link" href={signInAddress("/sign-in", goal)}>
          {t("common.backToSignIn")}
        </a>
      </p>
    </AuthScreen>
  );
}

/** Once for a request: the title tells the state, too. */
const readWaiting = cache(async () => {
  const ctx = await pageContext();
  const browser = await openWaitingCookie(ctx, (await headers()).get("cookie"));
  return { ctx, browser, approval: browser && (await readApprovalState(ctx, browser.secret)) };
});

type Ended = "refused" | "denied" | "over" | undefined;

interface StartProps {
  readonly t: Translate;
  readonly instance: string;
  /** How the wait before this one ended. */
  readonly ended: Ended;
  readonly goal: SignInGoal;
}

function Start({ t, instance, ended, goal }: StartProps) {
  return (
    <>
      <h1>{t(ended ? `deviceSignIn.${ended}Title` : "deviceSignIn.title")}</h1>
      <p className="mt-2 text-muted">
        {ended ? t(`deviceSignIn.${ended}Body`, { instance }) : t("deviceSignIn.lead")}
      </p>
      {ended ? null : <p className="mt-2 text-sm text-muted">{t("deviceSignIn.afterwards")}</p>}
      <form method="post" action={signInAddress("/sign-in/device/begin", goal)} className="mt-6">
        <button type="submit" className="button w-full">
          {t(ended ? "deviceSignIn.again" : "deviceSignIn.start")}
        </button>
      </form>
    </>
  );
}

interface WaitingProps {
  readonly language: PageLanguage;
  readonly now: Date;
  readonly shown: { readonly url: string; readonly code: string };
  readonly address: string;
  readonly approval: WaitingApproval;
  readonly tooEarly: boolean;
  readonly goal: SignInGoal;
}

function Waiting({ language, now, shown, address, approval, tooEarly, goal }: WaitingProps) {
  const { t, locale } = language;
  const expiresAt = (approval.expiresAt ?? now).toISOString();
  return (
    <>
      <h1>{t("deviceSignIn.title")}</h1>
      <p className="mt-2 text-muted">{t("deviceSignIn.scan")}</p>
      <div className="mx-auto mt-4 max-w-56">
        <QrCode text={shown.url} label={t("deviceSignIn.qr", { url: shown.url })} />
      </div>
      <dl className="mt-4 divide-y divide-border border-y border-border text-sm">
        <div className="py-2.5">
          <dt className="text-muted">{t("deviceSignIn.address")}</dt>
          <dd className="mono" dir="ltr">
            {address}
          </dd>
        </div>
        <div className="py-2.5">
          <dt className="text-muted">{t("deviceSignIn.code")}</dt>
          <dd className="mono text-base font-medium" dir="ltr">
            {shown.code}
          </dd>
        </div>
        <div className="py-2.5">
          <dt className="text-muted">{t("deviceSignIn.compare")}</dt>
          <dd>
            <LetterCode code={approval.comparisonCode ?? ""} />
          </dd>
        </div>
      </dl>
      <p className="mt-3 text-sm text-muted">
        <StepUpWindow
          until={expiresAt}
          now={now.toISOString()}
          locale={locale}
          open={t("deviceSignIn.timeLeft", { time: "{time}" })}
          closed={t("deviceSignIn.timeOver")}
        />
      </p>
      <ApprovalWait
        action={signInAddress("/sign-in/device/complete", goal)}
        pageAddress={signInAddress("/sign-in/device", goal)}
        expiresAt={expiresAt}
        remark={tooEarly ? t("deviceSignIn.notYet") : undefined}
        labels={{
          waiting: t("deviceSignIn.waiting"),
          approved: t("deviceSignIn.approved"),
          offline: t("deviceSignIn.offline"),
          unreachable: t("deviceSignIn.unreachable"),
          done: t("deviceSignIn.done"),
        }}
      />
    </>
  );
}
