/** Where a person lets in a browser that has no passkey: the code, a confirmation, the question, and what became of it. */
import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { ConfirmPanel } from "#components/passkey/confirm-panel.tsx";
import { Field } from "#components/ui/field.tsx";
import { NoScript } from "#components/ui/no-script.tsx";
import { describeDeviceApproval } from "#lib/accounts/device-approval/describe-device-approval.ts";
import type { ApprovalQuestion as Question } from "#lib/accounts/device-approval/schema.ts";
import type { Context } from "#lib/context/context.ts";
import { DomainError } from "#lib/errors/domain-error.ts";
import type { Translate } from "#lib/i18n/translator.ts";
import { AuthScreen } from "../../auth-screen.tsx";
import { type PageLanguage, pageContext, pageLanguage } from "../../page-context.ts";
import type { SearchParams } from "../../search-params.ts";
import { ceremonyWords } from "../passkey-words.ts";
import { ApprovalQuestion, DenyForm, WhoWouldBeSignedIn } from "./approval-question.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await pageLanguage();
  return { title: t("approve.pageTitle") };
}

export default async function ApprovePage({ searchParams }: { searchParams: SearchParams }) {
  const query = await searchParams;
  const ctx = await pageContext();
  const language = await pageLanguage();
  const { t } = language;
  if (query.result === "approved" || query.result === "denied")
    return <Answered t={t} result={query.result} />;
  const code = typeof query.code === "string" ? query.code.slice(0, 64) : "";
  // Before anything is looked up: whoever has no account learns nothing about codes.
  if (ctx.actor.type !== "user") redirect(`/sign-in?next=${encodeURIComponent(addressOf(code))}`);
  const found = code === "" ? undefined : await look(ctx, code);
  const person = ctx.actor;
  const switchTo = `/sign-in?account=other&next=${encodeURIComponent(addressOf(code))}`;
  if (found instanceof DomainError && found.code === "STEP_UP_REQUIRED")
    return (
      <AuthScreen>
        <h1>{t("approve.confirmTitle")}</h1>
        <p className="mt-2 text-muted">{t("approve.confirmBody")}</p>
        <WhoWouldBeSignedIn t={t} person={person} switchTo={switchTo} />
        <NoScript title={t("common.noScriptTitle")} body={t("common.noScript")} />
        <div className="mt-6">
          <ConfirmPanel
            labels={{
              confirm: t("approve.confirm"),
              hint: t("signIn.hint"),
              done: t("approve.confirmed"),
            }}
            ceremony={ceremonyWords(language, ctx.config)}
          />
        </div>
      </AuthScreen>
    );
  if (found instanceof DomainError && found.code === "APPROVAL_NOT_ALLOWED")
    return (
      <AuthScreen keyline="failed">
        <h1>{t("approve.roleTitle")}</h1>
        <p className="mt-2 text-muted">{t("approve.roleBody", { instance: language.instance })}</p>
        <DenyForm t={t} code={code} />
      </AuthScreen>
    );
  if (!found || found instanceof DomainError)
    return <EnterCode language={language} problem={problemOf(found, query.problem)} />;
  return (
    <AuthScreen>
      <ApprovalQuestion
        language={language}
        now={ctx.now}
        code={code}
        question={found}
        person={person}
        switchTo={switchTo}
      />
    </AuthScreen>
  );
}

/** The question, or why there is none that could be shown. */
async function look(ctx: Context, code: string): Promise<Question | DomainError> {
  try {
    return await describeDeviceApproval(ctx, code);
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  }
}

function addressOf(code: string): string {
  return code === "" ? "/approve" : `/approve?code=${encodeURIComponent(code)}`;
}

function problemOf(
  refusal: DomainError | undefined,
  problem: string | string[] | undefined,
): "unknownCode" | "tooMany" | undefined {
  if (refusal?.code === "RATE_LIMIT_EXCEEDED") return "tooMany";
  return refusal || problem === "code" ? "unknownCode" : undefined;
}

interface EnterCodeProps {
  readonly language: PageLanguage;
  readonly problem: "unknownCode" | "tooMany" | undefined;
}

/** A plain GET: the address with the code is the one in the QR code. */
function EnterCode({ language: { t }, problem }: EnterCodeProps) {
  return (
    <AuthScreen>
      <h1>{t("approve.pageTitle")}</h1>
      <p className="mt-2 text-muted">{t("approve.enterLead")}</p>
      <form method="get" action="/approve" className="mt-6 grid gap-4">
        <Field
          id="approval-code"
          name="code"
          label={t("approve.code")}
          hint={t("approve.codeHint")}
          problem={problem === undefined ? undefined : t(`approve.${problem}`)}
          required
          maxLength={32}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
        />
        <button type="submit" className="button">
          {t("approve.continue")}
        </button>
      </form>
      <p className="mt-4 text-sm text-muted">{t("approve.warningBody")}</p>
    </AuthScreen>
  );
}

interface AnsweredProps {
  readonly t: Translate;
  readonly result: "approved" | "denied";
}

function Answered({ t, result }: AnsweredProps) {
  return (
    <AuthScreen {...(result === "approved" ? { keyline: "done" } : {})}>
      <h1>{t(`approve.${result}Title`)}</h1>
      <p className="mt-2 text-muted">{t(`approve.${result}Body`)}</p>
    </AuthScreen>
  );
}
