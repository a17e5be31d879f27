/** Which app, from where and when, and what it will see: enough to notice that somebody else is asking. */

import { Notice } from "#components/ui/notice.tsx";
import { describeUserAgent } from "#lib/i18n/describe-user-agent.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import type { Format, Translate } from "#lib/i18n/translator.ts";
import type { DeviceDescription } from "#lib/oidc/device/describe-device.ts";
import { ConsentClaims } from "../consent/consent-claims.tsx";
import { formAction } from "../form-action.ts";
import { SelfDescribed } from "../self-described.tsx";

type Question = NonNullable<DeviceDescription["question"]>;

interface DeviceQuestionProps {
  readonly t: Translate;
  readonly format: Format;
  readonly locale: Locale;
  readonly app: string;
  readonly instance: string;
  readonly interaction: string;
  readonly source: DeviceDescription["selfDescribed"];
  readonly question: Question;
}

export function DeviceQuestion({
  t,
  format,
  locale,
  app,
  instance,
  interaction,
  source,
  question,
}: DeviceQuestionProps) {
  const { person, consent, unmetRule } = question;
  return (
    <>
      <h1>{t.rich("device.question", { app: () => <bdi>{app}</bdi> })}</h1>
      <p className="mt-2 text-muted">
        {t("device.account", { name: person.displayName, username: person.username })}
      </p>
      <SelfDescribed t={t} source={source} />
      <Circumstances t={t} format={format} question={question} />
      {unmetRule === undefined ? (
        <>
          <div className="mt-4">
            <Notice tone="warn">{t("device.warning")}</Notice>
          </div>
          <ConsentClaims t={t} locale={locale} app={app} consent={consent} />
        </>
      ) : (
        <div className="mt-4">
          <Notice tone="danger">
            {t(`noAccess.${unmetRule}`, { app })} {t(`noAccess.${unmetRule}Help`, { instance })}
          </Notice>
        </div>
      )}
      <form method="post" action={formAction("/oauth/device/decision", locale)} className="mt-6 grid gap-2">
        <input type="hidden" name="interaction" value={interaction} />
        {unmetRule === undefined ? (
          <button type="submit" name="decision" value="allow" className="button">
            {t("device.allow")}
          </button>
        ) : null}
        <button type="submit" name="decision" value="deny" className="button button-secondary">
          {t("device.decline")}
        </button>
      </form>
      <p className="mt-4 text-sm text-muted">
        {t("consent.notYou")}{" "}
        <a className="text-link" href={`/sign-in?interaction=${interaction}`}>
          {t("consent.switchAccount")}
        </a>
      </p>
    </>
  );
}

interface CircumstancesProps {
  readonly t: Translate;
  readonly format: Format;
  readonly question: Question;
}

function Circumstances({ t, format, question }: CircumstancesProps) {
  const { browser, system } = describeUserAgent(question.userAgent);
  const device = [browser, system].filter((part) => part !== undefined).join(", ");
  return (
    <dl className="mt-4 divide-y divide-border border-y border-border text-sm">
      <div className="py-2.5">
        <dt className="text-muted">{t("device.askedFrom")}</dt>
        <dd className="mono" dir="ltr">
          {question.ip}
        </dd>
      </div>
      {device === "" ? null : (
        <div className="py-2.5">
          <dt className="text-muted">{t("device.askedWith")}</dt>
          <dd className="font-medium">{device}</dd>
        </div>
      )}
      <div className="py-2.5">
        <dt className="text-muted">{t("device.asked")}</dt>
        <dd className="font-medium">{format.relativeTime(question.askedAt)}</dd>
      </div>
    </dl>
  );
}
