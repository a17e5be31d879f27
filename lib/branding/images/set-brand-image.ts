/** A picture of the instance: made anew from what was sent, so that nothing of the file but its looks is kept. */
import type { Context } from "#lib/context/context.ts";
import { sha256Hex } from "#lib/crypto/hash.ts";
import { randomSecret } from "#lib/crypto/random.ts";
import type { Db } from "#lib/db/client.ts";
import { DomainError } from "#lib/errors/domain-error.ts";
import { type EncodedImage, encodeImage } from "#lib/images/encode-image.ts";
import { explainRefusal } from "#lib/images/explain-refusal.ts";
import { type BrandChange, changeBranding } from "../change-branding.ts";
import type { VersionedBrand } from "../get-branding.ts";
import { type Brand, type BrandSlot, mostImageBytes } from "../schema.ts";
import { findBrandImageOfSlot, putBrandImage } from "../store.ts";
import { imageShapes } from "./image-shapes.ts";

/** A large photograph takes three seconds on one slow core. */
const timeoutMs = 15_000;

/**
 * In place of the one that there was, under an address of its own. A new background is shown at once.
 * @throws DomainError FORBIDDEN, STEP_UP_REQUIRED, PAYLOAD_TOO_LARGE, UNSUPPORTED_MEDIA_TYPE, INVALID_PICTURE,
 * PRECONDITION_FAILED
 */
export function setBrandImage(ctx: Context, slot: BrandSlot, bytes: Uint8Array): Promise<VersionedBrand> {
  return changeBranding(
    ctx,
    "branding.image_set",
    () => encode(ctx, slot, bytes),
    (tx, before, image) => store(ctx, tx, before, { slot, image }),
  );
}

async function encode(ctx: Context, slot: BrandSlot, bytes: Uint8Array): Promise<EncodedImage> {
  if (bytes.length > mostImageBytes[slot])
    throw new DomainError("PAYLOAD_TOO_LARGE", {
      words: { key: "imageSize", values: { megabytes: mostImageBytes[slot] / 1024 / 1024 } },
    });
  const { programDirectory } = ctx.config;
  return await explainRefusal(
    () => encodeImage(bytes, { programDirectory, shape: imageShapes[slot], timeoutMs }),
    "imageFormat",
  );
}

async function store(
  ctx: Context,
  tx: Db,
  before: Brand,
  { slot, image }: { readonly slot: BrandSlot; readonly image: EncodedImage },
): Promise<BrandChange> {
  const { bytes, mediaType, width, height } = image;
  const name = randomSecret();
  const old = await findBrandImageOfSlot(tx, slot);
  await putBrandImage(tx, { slot, name, bytes, mediaType, createdAt: ctx.now });
  return {
    brand: {
      ...before,
      ...(slot === "background" ? { background: "image" } : {}),
      images: { ...before.images, [slot]: { name, width, height } },
    },
    details: { slot, before: old ? sha256Hex(old) : null, after: sha256Hex(bytes), width, height },
  };
}
