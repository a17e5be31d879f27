/** Which browser asks, from where and when: enough to notice that it is somebody else's. Plain forms, no JavaScript. */
import { LetterCode } from "#components/ui/letter-code.tsx";
import { Notice } from "#components/ui/notice.tsx";
import type { ApprovalQuestion as Question } from "#lib/accounts/device-approval/schema.ts";
import type { UserActor } from "#lib/context/context.ts";
import { describeUserAgent } from "#lib/i18n/describe-user-agent.ts";
import type { Translate } from "#lib/i18n/translator.ts";
import type { PageLanguage } from "../../page-context.ts";

type Person = Pick<UserActor, "displayName" | "username">;

interface ApprovalQuestionProps {
  readonly language: PageLanguage;
  readonly now: Date;
  readonly code: string;
  readonly question: Question;
  readonly person: Person;
  /** Signs in as somebody else and comes back. */
  readonly switchTo: string;
}

export function ApprovalQuestion(props: ApprovalQuestionProps) {
  const { language, now, code, question, person, switchTo } = props;
  const { t } = language;
  return (
    <>
      <h1>{t("approve.title")}</h1>
      <p className="mt-4 text-sm text-muted">{t("approve.compare")}</p>
      <p>
        <LetterCode code={question.comparisonCode} />
      </p>
      <Circumstances language={language} question={question} now={now} />
      <WhoWouldBeSignedIn t={t} person={person} switchTo={switchTo} />
      <div className="mt-4 grid gap-2">
        {question.sameNetwork ? null : <Notice tone="danger">{t("approve.otherNetwork")}</Notice>}
        <Notice tone="warn">
          <p className="font-semibold">{t("approve.warning")}</p>
          <p className="mt-1">{t("approve.warningBody")}</p>
        </Notice>
      </div>
      <form method="post" action="/approve/decision" className="mt-6 grid gap-2">
        <input type="hidden" name="code" value={code} />
        <button type="submit" name="decision" value="approve" className="button">
          {t("approve.approve")}
        </button>
        <button type="submit" name="decision" value="deny" className="button button-secondary">
          {t("approve.deny")}
        </button>
      </form>
    </>
  );
}

export function DenyForm({ t, code }: { readonly t: Translate; readonly code: string }) {
  return (
    <form method="post" action="/approve/decision" className="mt-6">
      <input type="hidden" name="code" value={code} />
      <button type="submit" name="decision" value="deny" className="button w-full">
        {t("approve.deny")}
      </button>
    </form>
  );
}

interface WhoProps {
  readonly t: Translate;
  readonly person: Person;
  readonly switchTo: string;
}

export function WhoWouldBeSignedIn({ t, person, switchTo }: WhoProps) {
  return (
    <div className="mt-4 rounded-md border border-border px-4 py-3 text-sm">
      <p className="text-muted">{t("approve.account")}</p>
      <p className="font-medium" dir="auto">
        {person.displayName}
      </p>
      <p className="text-muted" dir="auto">
        {person.username}
      </p>
      <p className="mt-1 text-muted">
        {t("approve.notYou")}{" "}
        <a className="text-link" href={switchTo}>
          {t("approve.switchAccount")}
        </a>
      </p>
    </div>
  );
}

type CircumstancesProps = Pick<ApprovalQuestionProps, "language" | "question" | "now">;

function Circumstances({ language: { t, format }, question, now }: CircumstancesProps) {
  const { browser, system } = describeUserAgent(question.userAgent);
  const device = [browser, system].filter((part) => part !== undefined).join(", ");
  return (
    <dl className="mt-4 divide-y divide-border border-y border-border text-sm">
      <div className="py-2.5">
        <dt className="text-muted">{t("approve.device")}</dt>
        <dd className="font-medium">{device === "" ? t("approve.unknownDevice") : device}</dd>
      </div>
      <div className="py-2.5">
        <dt className="text-muted">{t("approve.ip")}</dt>
        <dd className="mono" dir="ltr">
          {question.ip}
        </dd>
        {question.place === undefined ? null : <dd className="font-medium">{question.place}</dd>}
      </div>
      <div className="py-2.5">
        <dt className="text-muted">{t("approve.asked")}</dt>
        <dd className="font-medium">{format.relativeTime(question.askedAt, now)}</dd>
      </div>
    </dl>
  );
}
