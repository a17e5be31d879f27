/** A person's picture: made anew from what they sent, so that nothing of the file but its looks is kept. */
import type { UserId } from "#drizzle/schema/ids.ts";
import { appendAuditEvent } from "#lib/audit/append-audit-event.ts";
import type { Context } from "#lib/context/context.ts";
import { randomSecret } from "#lib/crypto/random.ts";
import type { Db } from "#lib/db/client.ts";
import { DomainError } from "#lib/errors/domain-error.ts";
import { explainRefusal } from "#lib/images/explain-refusal.ts";
import { squareImage } from "#lib/images/square-image.ts";
import { auditRefusal } from "#lib/passkeys/audit-refusal.ts";
import { lockUser, updateUser } from "#lib/users/store.ts";
import { pictureAddress } from "./picture-address.ts";
import { mostPictureBytes } from "./schema.ts";
import { deletePicture, putPicture } from "./store.ts";

/** Twice what a page shows at most, for fine screens. */
const sidePixels = 256;
/** The slowest of what may be sent takes two seconds on one slow core. */
const timeoutMs = 15_000;

/**
 * The address under which it is served from now on; the one before leads nowhere.
 * @throws DomainError UNAUTHENTICATED, PAYLOAD_TOO_LARGE, UNSUPPORTED_MEDIA_TYPE, INVALID_PICTURE
 */
export function setOwnPicture(ctx: Context, bytes: Uint8Array): Promise<string> {
  return auditRefusal(ctx, "profile.changed", async () => {
    const userId = ownId(ctx);
    if (bytes.length > mostPictureBytes) throw tooLarge();
    const jpeg = await encode(ctx, bytes);
    const name = randomSecret();
    const address = pictureAddress(ctx.config, name);
    await ctx.db.transaction(async (tx) => {
      await changePicture(ctx, tx, userId, address);
      await putPicture(tx, { userId, name, bytes: jpeg, mediaType: "image/jpeg", createdAt: ctx.now });
      await appendChange(ctx, tx, userId);
    });
    return address;
  });
}

/** Also one from elsewhere, that an administrator set. Where there is none, nothing happens. @throws DomainError UNAUTHENTICATED */
export function removeOwnPicture(ctx: Context): Promise<void> {
  return auditRefusal(ctx, "profile.changed", async () => {
    const userId = ownId(ctx);
    await ctx.db.transaction(async (tx) => {
      if (!(await changePicture(ctx, tx, userId, null))) return;
      await deletePicture(tx, userId);
      await appendChange(ctx, tx, userId);
    });
  });
}

function ownId({ actor }: Context): UserId {
  if (actor.type !== "user") throw new DomainError("UNAUTHENTICATED");
  return actor.userId;
}

/** False where it is as asked already. */
async function changePicture(ctx: Context, tx: Db, userId: UserId, picture: string | null): Promise<boolean> {
  const row = await lockUser(tx, userId);
  if (!row) throw new DomainError("UNAUTHENTICATED");
  if (row.picture === picture) return false;
  await updateUser(tx, userId, { picture, updatedAt: ctx.now });
  return true;
}

function appendChange(ctx: Context, tx: Db, userId: UserId): Promise<void> {
  return appendAuditEvent(ctx, tx, {
    action: "profile.changed",
    outcome: "success",
    subjectUserId: userId,
    details: { changed: ["picture"] },
  });
}

async function encode(ctx: Context, bytes: Uint8Array): Promise<Buffer> {
  const { programDirectory } = ctx.config;
  return await explainRefusal(
    () => squareImage(bytes, { programDirectory, sidePixels, timeoutMs }),
    "pictureFormat",
  );
}

export function tooLarge(): DomainError {
  return new DomainError("PAYLOAD_TOO_LARGE", { words: { key: "pictureSize" } });
}
