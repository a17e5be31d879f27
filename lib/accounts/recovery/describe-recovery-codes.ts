/** Whether a person has recovery codes, and how many are left. Never the codes. */
import type { UserId } from "#drizzle/schema/ids.ts";
import type { Context } from "#lib/context/context.ts";
import type { Db } from "#lib/db/client.ts";
import { DomainError } from "#lib/errors/domain-error.ts";
import type { RecoveryCodes } from "./schema.ts";
import { countRecoveryCodes } from "./store.ts";

/** Of whoever asks. @throws DomainError UNAUTHENTICATED */
export async function describeOwnRecoveryCodes(ctx: Context): Promise<RecoveryCodes> {
  if (ctx.actor.type !== "user") throw new DomainError("UNAUTHENTICATED");
  return await describeRecoveryCodes(ctx.db, ctx.actor.userId);
}

export async function describeRecoveryCodes(db: Db, userId: UserId): Promise<RecoveryCodes> {
  const { total, left, createdAt } = await countRecoveryCodes(db, userId);
  return { total, left, ...(createdAt === null ? {} : { createdAt }) };
}
