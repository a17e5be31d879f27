/** The invitations, page by page. */
import type { InvitationId } from "#drizzle/schema/ids.ts";
import type { Context } from "#lib/context/context.ts";
import { checkPermission } from "#lib/permissions/check-permission.ts";
import { describeInvitations } from "./describe-invitations.ts";
import type { Invitation } from "./schema.ts";
import { selectInvitations } from "./store.ts";

export interface InvitationPage {
  readonly invitations: readonly Invitation[];
  /** Where the next page begins; absent on the last one. */
  readonly nextCursor?: string;
}

/** The latest first. `cursor` is the `nextCursor` of the page before. @throws DomainError FORBIDDEN */
export async function listInvitations(
  ctx: Context,
  { cursor, limit }: { readonly cursor?: InvitationId | undefined; readonly limit: number },
): Promise<InvitationPage> {
  checkPermission(ctx, "invitations.read");
  // One more than asked for says whether there is another page.
  const rows = await selectInvitations(ctx.db, cursor, limit + 1);
  const invitations = await describeInvitations(ctx.db, rows.slice(0, limit), ctx.now);
  const last = invitations.at(-1);
  return rows.length > limit && last ? { invitations, nextCursor: last.id } : { invitations };
}
