/** Whom and what somebody means who types the beginning of a name: people, groups and apps, a few of each. */
import type { Context } from "#lib/context/context.ts";
import { checkPermission, hasPermission } from "#lib/permissions/check-permission.ts";
import type { JumpKind, JumpTarget } from "./schema.ts";
import { findClientsLike, findGroupsLike, findPeopleLike } from "./store.ts";

const mostOfEach = 8;

/** Of what whoever asks may not see nothing is found. @throws DomainError FORBIDDEN */
export async function findTargets(ctx: Context, q: string): Promise<JumpTarget[]> {
  checkPermission(ctx, "users.read");
  const found = await Promise.all([
    told("people", findPeopleLike(ctx.db, q, mostOfEach)),
    hasPermission(ctx, "groups.read") ? told("groups", findGroupsLike(ctx.db, q, mostOfEach)) : [],
    hasPermission(ctx, "clients.read") ? told("apps", findClientsLike(ctx.db, q, mostOfEach)) : [],
  ]);
  return found.flat();
}

async function told(
  kind: JumpKind,
  rows: PromiseLike<readonly Omit<JumpTarget, "kind">[]>,
): Promise<JumpTarget[]> {
  return (await rows).map((row) => ({ ...row, kind }));
}
