/** What has happened to a person's account, for that person. */
import type { Context } from "#lib/context/context.ts";
import { DomainError } from "#lib/errors/domain-error.ts";
import { toldActions } from "./activity-kinds.ts";
import { describeEvent } from "./describe-event.ts";
import type { ActivityEvent, ActivityKind } from "./schema.ts";
import { type EventPlace, selectEventsAbout } from "./store.ts";

export interface ActivityWish {
  readonly kind?: ActivityKind | undefined;
  readonly before?: string | undefined;
  readonly after?: string | undefined;
  readonly limit: number;
}

export interface ActivityPage {
  readonly events: ActivityEvent[];
  /** The places from which the neighbouring pages go on; absent where there is none. */
  readonly newer?: string;
  readonly older?: string;
}

/** The actor's own alone, the newest first. @throws DomainError UNAUTHENTICATED */
export async function listOwnActivity(
  ctx: Pick<Context, "db" | "actor">,
  { kind, before, after, limit }: ActivityWish,
): Promise<ActivityPage> {
  const { actor } = ctx;
  if (actor.type !== "user") throw new DomainError("UNAUTHENTICATED");
  const backwards = before === undefined && after !== undefined;
  const found = await selectEventsAbout(ctx.db, {
    userId: actor.userId,
    succeeded: toldActions("success", kind),
    failed: toldActions("failure", kind),
    before: readPlace(before),
    after: backwards ? readPlace(after) : undefined,
    // One more tells whether there is a page beyond.
    limit: limit + 1,
  });
  const shown = found.slice(0, limit).map((row) => describeEvent(row, actor.userId));
  const events = backwards ? shown.reverse() : shown;
  const more = found.length > limit;
  const [first, last] = [events[0], events.at(-1)];
  return {
    events,
    ...(first && (backwards ? more : before !== undefined) ? { newer: placeOf(first) } : {}),
    ...(last && (backwards || more) ? { older: placeOf(last) } : {}),
  };
}

function placeOf({ at, id }: ActivityEvent): string {
  return `${at.getTime()}-${id}`;
}

/** Of what `activityCursorSchema` let through. */
function readPlace(cursor: string | undefined): EventPlace | undefined {
  if (cursor === undefined) return undefined;
  const dash = cursor.indexOf("-");
  return { at: new Date(Number(cursor.slice(0, dash))), id: cursor.slice(dash + 1) };
}
