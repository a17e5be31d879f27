/** The person's passkeys by kind, each with its name, state and use. */
import { KeyRound, MonitorSmartphone, RefreshCw } from "lucide-react";
import type { ReactNode } from "react";
import type { CeremonyLabels } from "#components/passkey/ceremony-labels.ts";
import { Badge, type BadgeTone } from "#components/ui/badge.tsx";
import { LocalTime } from "#components/ui/local-time.tsx";
import { describeUserAgent } from "#lib/i18n/describe-user-agent.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import type { Format, Translate } from "#lib/i18n/translator.ts";
import { managePasskeyWords } from "./manage-passkey-words.ts";
import { PasskeyCard } from "./passkey-card.tsx";
import { kindOf, type PasskeyKind } from "./passkey-kind.ts";

export interface ListedPasskey {
  readonly id: string;
  readonly name: string;
  readonly createdAt: Date;
  readonly lastUsedAt?: Date;
  readonly lastUsedUserAgent?: string;
  readonly backupEligible: boolean;
  readonly backupState: boolean;
  readonly transports: readonly string[];
  readonly usedForThisSession: boolean;
}

interface PasskeyListProps {
  readonly t: Translate;
  readonly format: Format;
  readonly locale: Locale;
  readonly passkeys: readonly ListedPasskey[];
  readonly ceremony: CeremonyLabels;
  /** End of the window in which no confirmation is asked for (ISO 8601). */
  readonly verifiedUntil: string;
}

export function PasskeyList({ passkeys, ...shared }: PasskeyListProps) {
  const { t } = shared;
  const isOnly = passkeys.length === 1;
  const onKeys = passkeys.filter((passkey) => kindOf(passkey) === "securityKey");
  const onDevices = passkeys.filter((passkey) => kindOf(passkey) !== "securityKey");
  return (
    <div className="grid gap-6">
      {onDevices.length > 0 ? (
        <PasskeyGroup title={t("passkeys.onDevices")} id="on-devices">
          {onDevices.map((passkey) => (
            <PasskeyRow key={passkey.id} {...shared} isOnly={isOnly} passkey={passkey} />
          ))}
        </PasskeyGroup>
      ) : null}
      {onKeys.length > 0 ? (
        <PasskeyGroup title={t("passkeys.onKeys")} id="on-keys">
          {onKeys.map((passkey) => (
            <PasskeyRow key={passkey.id} {...shared} isOnly={isOnly} passkey={passkey} />
          ))}
        </PasskeyGroup>
      ) : null}
    </div>
  );
}

interface PasskeyGroupProps {
  readonly id: string;
  readonly title: string;
  readonly children: ReactNode;
}

function PasskeyGroup({ id, title, children }: PasskeyGroupProps) {
  return (
    <div>
      <h2 id={id} className="text-sm font-medium text-muted">
        {title}
      </h2>
      <ul
        aria-labelledby={id}
        className="mt-2 divide-y divide-border rounded-lg border border-border bg-surface"
      >
        {children}
      </ul>
    </div>
  );
}

interface PasskeyRowProps extends Omit<PasskeyListProps, "passkeys"> {
  readonly passkey: ListedPasskey;
  readonly isOnly: boolean;
}

const icons = {
  synced: RefreshCw,
  notBackedUp: MonitorSmartphone,
  deviceOnly: MonitorSmartphone,
  securityKey: KeyRound,
};
const tones: Readonly<Record<PasskeyKind, BadgeTone>> = {
  synced: "ok",
  notBackedUp: "warn",
  deviceOnly: "neutral",
  securityKey: "neutral",
};

function PasskeyRow({ t, format, locale, passkey, isOnly, ceremony, verifiedUntil }: PasskeyRowProps) {
  const kind = kindOf(passkey);
  const Icon = icons[kind];
  return (
    <li className="flex gap-4 p-4">
      <span className="grid size-10 shrink-0 place-items-center rounded-md bg-accent-soft text-accent-soft-fg">
        <Icon aria-hidden="true" size={20} />
      </span>
      <PasskeyCard
        id={passkey.id}
        name={passkey.name}
        isOnly={isOnly}
        words={managePasskeyWords(t, passkey)}
        ceremony={ceremony}
        verifiedUntil={verifiedUntil}
        badges={
          <p className="flex flex-wrap gap-1.5">
            <Badge tone={tones[kind]}>{t(`passkeys.${kind}`)}</Badge>
            {passkey.usedForThisSession ? <Badge tone="accent">{t("passkeys.usedForSession")}</Badge> : null}
          </p>
        }
      >
        <p className="mt-1 text-sm text-muted">
          {t.rich("passkeys.created", {
            when: () => <LocalTime value={passkey.createdAt.toISOString()} locale={locale} detail="day" />,
          })}
        </p>
        <LastUse t={t} format={format} locale={locale} passkey={passkey} />
      </PasskeyCard>
    </li>
  );
}

type LastUseProps = Pick<PasskeyRowProps, "t" | "format" | "locale" | "passkey">;

function LastUse({ t, format, locale, passkey }: LastUseProps) {
  const { lastUsedAt, lastUsedUserAgent } = passkey;
  // Making it opened this session: "not used yet" beside that badge would sound wrong.
  if (!lastUsedAt && passkey.usedForThisSession) return null;
  if (!lastUsedAt) return <p className="text-sm text-muted">{t("passkeys.neverUsed")}</p>;
  const agent = lastUsedUserAgent === undefined ? undefined : agentText(t, lastUsedUserAgent);
  return (
    <p className="text-sm text-muted">
      {t("passkeys.lastUsed", { relative: format.relativeTime(lastUsedAt) })}
      <Dot />
      <LocalTime value={lastUsedAt.toISOString()} locale={locale} detail="minute" />
      {agent ? (
        <>
          <Dot />
          {agent}
        </>
      ) : null}
    </p>
  );
}

function Dot() {
  return <span aria-hidden="true"> · </span>;
}

function agentText(t: Translate, userAgent: string): string | undefined {
  const { browser, system } = describeUserAgent(userAgent);
  return browser && system ? t("passkeys.browserOn", { browser, system }) : (browser ?? system);
}
