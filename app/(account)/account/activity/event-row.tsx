/** One event: what happened, when, and with which browser from where. */
import { CircleUserRound, LayoutGrid, LogIn } from "lucide-react";
import { Dotted, Whereabouts } from "#components/account/whereabouts.tsx";
import { LocalTime } from "#components/ui/local-time.tsx";
import { PasskeyIcon } from "#components/ui/passkey-icon.tsx";
import type { ActivityEvent } from "#lib/audit/activity/schema.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import type { Format, Translate } from "#lib/i18n/translator.ts";
import type { Place } from "#lib/places/find-places.ts";
import { EventSentence } from "./event-sentence.tsx";

interface EventRowProps {
  readonly t: Translate;
  readonly format: Format;
  readonly locale: Locale;
  readonly event: ActivityEvent;
  readonly place: Place | undefined;
  /** `time`: the day stands above it. */
  readonly detail: "time" | "minute";
}

const icons = {
  sign_ins: <LogIn aria-hidden="true" size={16} className="rtl:-scale-x-100" />,
  passkeys: <PasskeyIcon />,
  apps: <LayoutGrid aria-hidden="true" size={16} />,
  account: <CircleUserRound aria-hidden="true" size={16} />,
};

export function EventRow({ t, format, locale, event, place, detail }: EventRowProps) {
  const look = isWorrying(event) ? "bg-warn-soft text-warn-soft-fg" : "bg-sunken text-muted";
  const hasWhere = event.userAgent !== null || place !== undefined;
  return (
    <li className="flex gap-3 px-4 py-3">
      <span className={`mt-0.5 grid size-8 shrink-0 place-items-center rounded-full text-sm ${look}`}>
        {icons[event.kind]}
      </span>
      <div className="min-w-0">
        <p>
          <EventSentence t={t} event={event} />
        </p>
        <p className="text-sm text-muted">
          <Dotted>
            <LocalTime value={event.at.toISOString()} locale={locale} detail={detail} />
            {format.relativeTime(event.at)}
            {hasWhere ? <Whereabouts t={t} userAgent={event.userAgent ?? undefined} place={place} /> : null}
          </Dotted>
        </p>
      </div>
    </li>
  );
}

/** What the person should look at twice. */
function isWorrying({ action, outcome }: ActivityEvent): boolean {
  return (
    action === "passkey.counter_regressed" ||
    (outcome === "failure" && action !== "consent.denied" && action !== "device.denied")
  );
}
