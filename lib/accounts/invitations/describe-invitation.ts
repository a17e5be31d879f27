/** What an invitation says to whoever holds its link; looking does not use it up. */
import type { GroupId } from "#drizzle/schema/ids.ts";
import type { Context } from "#lib/context/context.ts";
import { sha256 } from "#lib/crypto/hash.ts";
import { findOpenInvitation, selectGroupsOf } from "./store.ts";

export interface OpenInvitation {
  /** The name that the account must have, in lower case. */
  readonly email?: string;
  /** The display name of the administrator who made it, where one did and is still there. */
  readonly invitedBy?: string;
  readonly expiresAt: Date;
}

/** Undefined for unknown, used up, expired and revoked invitations alike, and for any where sign-up is closed. */
export async function describeInvitation(ctx: Context, token: string): Promise<OpenInvitation | undefined> {
  const row = await findInvitation(ctx, token);
  return (
    row && {
      ...(row.email === null ? {} : { email: row.email }),
      ...(row.createdBy === null ? {} : { invitedBy: row.createdBy }),
      expiresAt: row.expiresAt,
    }
  );
}

/** What a registration needs to know when it begins; undefined also when the invitation is for another name. */
export async function findInvitationFor(
  ctx: Context,
  token: string,
  username: string,
): Promise<{ readonly groups: readonly GroupId[] } | undefined> {
  const row = await findInvitation(ctx, token);
  if (!row || (row.email !== null && row.email !== username.toLowerCase())) return undefined;
  return { groups: (await selectGroupsOf(ctx.db, [row.id])).map(({ id }) => id) };
}

async function findInvitation(ctx: Context, token: string) {
  if (ctx.config.signUp === "closed" || !/^[A-Za-z0-9_-]{43}$/.test(token)) return undefined;
  return await findOpenInvitation(ctx.db, sha256(token), ctx.now);
}
