/** Tells the person by mail that their account has a passkey more, or less. */
import type { UserId } from "#drizzle/schema/ids.ts";
import type { Context } from "#lib/context/context.ts";
import type { Db } from "#lib/db/client.ts";
import { occasionOf } from "#lib/outbox/occasion-of.ts";
import { queueMail } from "#lib/outbox/queue-mail.ts";

export interface PasskeyOwner {
  readonly id: UserId;
  readonly username: string;
  readonly displayName: string;
  readonly locale: string | null | undefined;
}

export interface PasskeyNotice {
  readonly owner: PasskeyOwner;
  /** The passkey's name. */
  readonly passkey: string;
  /** `revoked` is by an administrator, whose address and browser are nobody's business. */
  readonly happened: "added" | "removed" | "revoked";
}

/** In the transaction of the act. */
export async function queuePasskeyNotice(
  ctx: Context,
  tx: Db,
  { owner, passkey, happened }: PasskeyNotice,
): Promise<void> {
  const { id: subjectUserId, username: to, displayName: name, locale } = owner;
  const recipient = { to, locale, subjectUserId };
  if (happened === "revoked") {
    const props = { name, passkey, at: ctx.now.toISOString() };
    await queueMail(ctx, tx, { ...recipient, template: "passkey_revoked", props });
  } else {
    const props = { name, passkey, occasion: occasionOf(ctx) };
    await queueMail(ctx, tx, { ...recipient, template: `passkey_${happened}`, props });
  }
}
