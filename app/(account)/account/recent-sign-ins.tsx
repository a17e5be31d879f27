/** The last times that somebody signed in to the account, so that a stranger is noticed. */
import type { ActivityEvent } from "#lib/audit/activity/schema.ts";
import type { Context } from "#lib/context/context.ts";
import { findPlaces } from "#lib/places/find-places.ts";
import type { PageLanguage } from "../../page-context.ts";
import { EventRow } from "./activity/event-row.tsx";

interface RecentSignInsProps {
  readonly language: PageLanguage;
  readonly ctx: Context;
  readonly events: readonly ActivityEvent[];
}

export async function RecentSignIns({ language, ctx, events }: RecentSignInsProps) {
  if (events.length === 0) return null;
  const { t, format, locale } = language;
  const placeOf = await findPlaces(ctx);
  return (
    <section aria-labelledby="sign-ins">
      <div className="flex flex-wrap items-baseline gap-x-4 gap-y-1">
        <h2 id="sign-ins" className="grow text-lg font-semibold">
          {t("overview.signIns")}
        </h2>
        <a className="text-link text-sm" href="/account/activity">
          {t("overview.allActivity")}
        </a>
      </div>
      <ol className="mt-3 divide-y divide-border rounded-lg border border-border bg-surface">
        {events.map((event) => (
          <EventRow
            key={event.id}
            t={t}
            format={format}
            locale={locale}
            event={event}
            place={event.ip === null ? undefined : placeOf(event.ip)}
            detail="minute"
          />
        ))}
      </ol>
    </section>
  );
}
