/** All sessions that a search finds, to be meant together. */
import type { SessionId } from "#drizzle/schema/ids.ts";
import type { Context } from "#lib/context/context.ts";
import type { SessionQuery } from "./schema.ts";
import { readSessions } from "./search-sessions.ts";

const pageSize = 1_000;

/**
 * Which they are is settled here, once. The caller's own comes last: with it the right to go on ends.
 * @throws DomainError FORBIDDEN
 */
export async function listMatchingSessions(
  ctx: Context,
  filters: Omit<SessionQuery, "after" | "before" | "limit">,
  most: number,
): Promise<SessionId[]> {
  const ids: SessionId[] = [];
  let after: string | undefined;
  do {
    const limit = Math.min(pageSize, most - ids.length);
    const { sessions, nextCursor } = await readSessions(ctx, { ...filters, after, limit });
    ids.push(...sessions.map(({ id }) => id as SessionId));
    after = nextCursor;
  } while (after !== undefined && ids.length < most);
  const own = ctx.actor.type === "user" ? ctx.actor.sessionId : undefined;
  return ids.sort((a, b) => Number(a === own) - Number(b === own));
}
