/** An event of the trail as the person it is about may have it: without what is somebody else's. */
import type { UserId } from "#drizzle/schema/ids.ts";
import type { OwnEvent } from "./store.ts";

/** Address and browser of another person who acted are that person's own. */
export function describeOwnEvent({ actorType, actorId, ip, userAgent, ...event }: OwnEvent, userId: UserId) {
  const own = actorType === "user" && actorId === userId;
  const somebody = actorType === "user" && !own;
  return {
    ...event,
    by: own ? "you" : somebody ? "administrator" : actorType,
    ...(somebody ? {} : { ip, userAgent }),
  };
}
