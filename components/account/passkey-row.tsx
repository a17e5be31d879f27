/** One passkey: what it is, where it was used last, and what is wrong with it. */
import { KeyRound, MonitorSmartphone, RefreshCw } from "lucide-react";
import type { CeremonyLabels } from "#components/passkey/ceremony-labels.ts";
import { Badge, type BadgeTone } from "#components/ui/badge.tsx";
import { LocalTime } from "#components/ui/local-time.tsx";
import { Notice } from "#components/ui/notice.tsx";
import type { Locale } from "#lib/i18n/locales.ts";
import type { Format, Translate } from "#lib/i18n/translator.ts";
import { managePasskeyWords } from "./manage-passkey-words.ts";
import { PasskeyCard } from "./passkey-card.tsx";
import { kindOf, type PasskeyKind } from "./passkey-kind.ts";
import { Dotted, Whereabouts } from "./whereabouts.tsx";

export interface ListedPasskey {
  readonly id: string;
  readonly name: string;
  /** What its maker calls the model; absent where nobody knows. */
  readonly provider?: string | undefined;
  readonly createdAt: Date;
  readonly lastUsedAt?: Date;
  readonly lastUsedUserAgent?: string;
  readonly lastUsedFrom?: { readonly ip: string; readonly name?: string } | undefined;
  readonly cloneSuspectedAt?: Date;
  readonly backupEligible: boolean;
  readonly backupState: boolean;
  readonly transports: readonly string[];
  readonly usedForThisSession: boolean;
}

/** What the rows of a list share. */
export interface PasskeyContext {
  readonly t: Translate;
  readonly format: Format;
  readonly locale: Locale;
  readonly ceremony: CeremonyLabels;
  /** End of the window in which no confirmation is asked for (ISO 8601). */
  readonly verifiedUntil: string;
}

interface PasskeyRowProps extends PasskeyContext {
  readonly passkey: ListedPasskey;
  /** Recovery codes that would be the only way in without it; undefined while there is another passkey. */
  readonly codesLeft: number | undefined;
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

export function PasskeyRow({
  t,
  format,
  locale,
  passkey,
  codesLeft,
  ceremony,
  verifiedUntil,
}: PasskeyRowProps) {
  const kind = kindOf(passkey);
  const Icon = icons[kind];
  const { provider, cloneSuspectedAt } = passkey;
  return (
    <li className="flex gap-4 p-4">
      <span className="grid size-10 shrink-0 place-items-center rounded-md bg-accent-soft text-accent-soft-fg">
        <Icon aria-hidden="true" size={20} />
      </span>
      <PasskeyCard
        id={passkey.id}
        name={passkey.name}
        isOnly={codesLeft === 0}
        words={managePasskeyWords(t, { ...passkey, codesLeft })}
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
          <Dotted>
            {/* A name that says it already needs no second word for it. */}
            {provider === undefined || passkey.name.startsWith(provider) ? null : <bdi>{provider}</bdi>}
            <span>
              {t.rich("passkeys.created", {
                when: () => (
                  <LocalTime value={passkey.createdAt.toISOString()} locale={locale} detail="day" />
                ),
              })}
            </span>
          </Dotted>
        </p>
        <LastUse t={t} format={format} locale={locale} passkey={passkey} />
        {cloneSuspectedAt === undefined ? null : (
          <div className="mt-3">
            <Notice tone="danger">
              <p className="font-semibold">{t("passkeys.copiedTitle")}</p>
              <p className="mt-1">
                {t.rich("passkeys.copiedBody", {
                  when: () => (
                    <LocalTime value={cloneSuspectedAt.toISOString()} locale={locale} detail="minute" />
                  ),
                })}
              </p>
            </Notice>
          </div>
        )}
      </PasskeyCard>
    </li>
  );
}

type LastUseProps = Pick<PasskeyRowProps, "t" | "format" | "locale" | "passkey">;

function LastUse({ t, format, locale, passkey }: LastUseProps) {
  const { lastUsedAt, lastUsedUserAgent, lastUsedFrom } = passkey;
  // Making it opened this session: "not used yet" beside that badge would sound wrong.
  if (!lastUsedAt && passkey.usedForThisSession) return null;
  if (!lastUsedAt) return <p className="text-sm text-muted">{t("passkeys.neverUsed")}</p>;
  return (
    <p className="text-sm text-muted">
      <Dotted>
        {t("passkeys.lastUsed", { relative: format.relativeTime(lastUsedAt) })}
        <LocalTime value={lastUsedAt.toISOString()} locale={locale} detail="minute" />
        {lastUsedUserAgent === undefined && lastUsedFrom === undefined ? null : (
          <Whereabouts t={t} userAgent={lastUsedUserAgent} place={lastUsedFrom} />
        )}
      </Dotted>
    </p>
  );
}
