/** An app's logo: made anew from what an administrator sent. */
import type { ClientId } from "#drizzle/schema/ids.ts";
import { appendAuditEvent } from "#lib/audit/append-audit-event.ts";
import type { Context } from "#lib/context/context.ts";
import { sha256Hex } from "#lib/crypto/hash.ts";
import { randomSecret } from "#lib/crypto/random.ts";
import { DomainError } from "#lib/errors/domain-error.ts";
import { encodeImage } from "#lib/images/encode-image.ts";
import { explainRefusal } from "#lib/images/explain-refusal.ts";
import { checkPermission } from "#lib/permissions/check-permission.ts";
import { mostLogoBytes } from "./schema.ts";
import { findLogoOfClient, lockClient, putClientLogo } from "./store.ts";

/** Four times the tile that pages show. */
const sidePixels = 160;
const timeoutMs = 15_000;

export interface LogoFile {
  readonly clientId: string;
  readonly bytes: Uint8Array;
  /** Whether it may be an SVG: not where a stranger wrote it. */
  readonly drawings: boolean;
}

/**
 * The name under which it is served from now on; the one before leads nowhere. For operators, and for administrators who
 * confirmed that it is them.
 * @throws DomainError FORBIDDEN, STEP_UP_REQUIRED, CLIENT_NOT_FOUND, PAYLOAD_TOO_LARGE, UNSUPPORTED_MEDIA_TYPE,
 * INVALID_PICTURE
 */
export async function setClientLogo(ctx: Context, file: LogoFile): Promise<string> {
  checkPermission(ctx, "clients.write");
  const image = await encode(ctx, file);
  const clientId = file.clientId as ClientId;
  const name = randomSecret();
  await ctx.db.transaction(async (tx) => {
    if (!(await lockClient(tx, clientId))) throw new DomainError("CLIENT_NOT_FOUND");
    const old = await findLogoOfClient(tx, clientId);
    await putClientLogo(tx, { clientId, name, ...image, createdAt: ctx.now });
    await appendAuditEvent(ctx, tx, {
      action: "client.logo_set",
      outcome: "success",
      clientId,
      details: { before: old ? sha256Hex(old) : null, after: sha256Hex(image.bytes) },
    });
  });
  return name;
}

async function encode(ctx: Context, { bytes, drawings }: LogoFile) {
  if (bytes.length > mostLogoBytes)
    throw new DomainError("PAYLOAD_TOO_LARGE", {
      words: { key: "imageSize", values: { megabytes: mostLogoBytes / 1024 / 1024 } },
    });
  const { programDirectory } = ctx.config;
  const shape = {
    widthPixels: sidePixels,
    heightPixels: sidePixels,
    fit: "whole",
    format: "png",
    drawings,
  } as const;
  const image = await explainRefusal(
    () => encodeImage(bytes, { programDirectory, shape, timeoutMs }),
    drawings ? "imageFormat" : "pictureFormat",
  );
  return { bytes: image.bytes, mediaType: image.mediaType };
}
