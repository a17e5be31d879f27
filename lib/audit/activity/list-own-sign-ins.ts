/** When and from where a person signed in lately. */
import type { Context } from "#lib/context/context.ts";
import { DomainError } from "#lib/errors/domain-error.ts";
import { describeEvent } from "./describe-event.ts";
import type { ActivityEvent } from "./schema.ts";
import { selectEventsAbout } from "./store.ts";

/** The actor's own, the newest first; the one that opened this session is among them. @throws DomainError UNAUTHENTICATED */
export async function listOwnSignIns(
  { db, actor }: Pick<Context, "db" | "actor">,
  { limit }: { readonly limit: number },
): Promise<ActivityEvent[]> {
  if (actor.type !== "user") throw new DomainError("UNAUTHENTICATED");
  const { userId } = actor;
  const found = await selectEventsAbout(db, { userId, succeeded: ["session.created"], failed: [], limit });
  return found.map((row) => describeEvent(row, userId));
}
