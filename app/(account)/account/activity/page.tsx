/** What has happened to the account: the person's part of the trail, in sentences. */
import type { Metadata } from "next";
import { ActivityList } from "#components/account/activity-list.tsx";
import { PageHeading } from "#components/account/page-heading.tsx";
import { listOwnActivity } from "#lib/audit/activity/list-own-activity.ts";
import { activityCursorSchema, activityKindSchema } from "#lib/audit/activity/schema.ts";
import { findPlaces } from "#lib/places/find-places.ts";
import { pageLanguage, signedInPageContext } from "../../../page-context.ts";
import type { SearchParams } from "../../../search-params.ts";
import { ActivityEmpty } from "./activity-empty.tsx";
import { ActivityFilter } from "./activity-filter.tsx";
import { ActivityPaging } from "./activity-paging.tsx";
import { EventRow } from "./event-row.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await pageLanguage();
  return { title: t("activity.title") };
}

const eventsOnPage = 40;

export default async function ActivityPage({ searchParams }: { searchParams: SearchParams }) {
  const query = await searchParams;
  const ctx = await signedInPageContext("/account/activity");
  const { t, format, locale } = await pageLanguage();
  const kind = activityKindSchema.safeParse(query.kind).data;
  const page = await listOwnActivity(ctx, {
    kind,
    before: activityCursorSchema.safeParse(query.before).data,
    after: activityCursorSchema.safeParse(query.after).data,
    limit: eventsOnPage,
  });
  const placeOf = await findPlaces(ctx);
  return (
    <>
      <PageHeading title={t("activity.title")} lead={t("activity.lead")} />
      <ActivityFilter t={t} current={kind} />
      {page.events.length === 0 ? (
        <ActivityEmpty t={t} filtered={kind !== undefined} />
      ) : (
        <ActivityList
          now={ctx.now.toISOString()}
          locale={locale}
          words={{ today: t("activity.today"), yesterday: t("activity.yesterday") }}
          rows={page.events.map((event) => ({
            id: event.id,
            at: event.at.toISOString(),
            content: (
              <EventRow
                t={t}
                format={format}
                locale={locale}
                event={event}
                place={event.ip === null ? undefined : placeOf(event.ip)}
                detail="time"
              />
            ),
          }))}
        />
      )}
      <ActivityPaging t={t} kind={kind} newer={page.newer} older={page.older} />
      <p className="mt-10 text-sm text-muted">
        <span className="font-medium text-fg">{t("activity.notYou")}</span>{" "}
        {t.rich("activity.notYouBody", {
          sessions: (text) => (
            <a className="text-link" href="/account/sessions">
              {text}
            </a>
          ),
          passkeys: (text) => (
            <a className="text-link" href="/account/passkeys">
              {text}
            </a>
          ),
        })}
      </p>
    </>
  );
}
