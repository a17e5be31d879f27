/** Whether somebody who gives up the last passkey can come back. */
import type { UserRow } from "#drizzle/schema/users.ts";
import type { Context } from "#lib/context/context.ts";
import type { Db } from "#lib/db/client.ts";
import { DomainError } from "#lib/errors/domain-error.ts";
import { describeRecoveryCodes } from "./describe-recovery-codes.ts";

/**
 * By a recovery code that is not used yet: it is in the person's hands. A link by mail is not counted, since the mailbox
 * may be what was lost. Whoever has a role keeps a passkey: a code alone must not be all that guards it.
 */
export async function hasWayWithoutPasskey(db: Db, person: Pick<UserRow, "id" | "role">): Promise<boolean> {
  return (await countUsableCodes(db, person)) > 0;
}

/** For whoever asks: how many codes would be left as the way in; 0: the last passkey stays. @throws DomainError UNAUTHENTICATED */
export async function countCodesForLastPasskey({
  db,
  actor,
}: Pick<Context, "db" | "actor">): Promise<number> {
  if (actor.type !== "user") throw new DomainError("UNAUTHENTICATED");
  return await countUsableCodes(db, { id: actor.userId, role: actor.role });
}

async function countUsableCodes(db: Db, { id, role }: Pick<UserRow, "id" | "role">): Promise<number> {
  return role === "user" ? (await describeRecoveryCodes(db, id)).left : 0;
}
