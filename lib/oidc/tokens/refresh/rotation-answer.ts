/** What a rotation answered, kept for seconds: apps do race, and an answer can get lost on the way. */
import { z } from "zod";
import type { Context } from "#lib/context/context.ts";
import { encodeBase64url } from "#lib/crypto/base64url.ts";
import { sha256 } from "#lib/crypto/hash.ts";
import { open, seal } from "#lib/crypto/keyring.ts";

/** How long an identical retry gets the same answer again. */
export const retryWindowMs = 10_000;

/** What a retry must repeat. */
export interface RefreshRequestShape {
  readonly scope: string | undefined;
  readonly resources: readonly string[];
  readonly dpopJkt: string | undefined;
}

const keptSchema = z.object({
  request: z.string().max(64),
  response: z.record(z.string().max(64), z.unknown()),
});

/** Sealed for the row of the token that rotated: it opens in no other. */
export function sealRotationAnswer(
  ctx: Pick<Context, "keyring">,
  tokenHash: Uint8Array,
  shape: RefreshRequestShape,
  response: object,
): Uint8Array {
  const kept = JSON.stringify({ request: fingerprint(shape), response });
  return seal(ctx.keyring, Buffer.from(kept), purpose(tokenHash));
}

/** The answer, or undefined for a request that differs from the one that got it. */
export function openRotationAnswer(
  ctx: Pick<Context, "keyring">,
  tokenHash: Uint8Array,
  shape: RefreshRequestShape,
  sealed: Uint8Array,
): Record<string, unknown> | undefined {
  const opened = open(ctx.keyring, sealed, purpose(tokenHash));
  const kept = keptSchema.parse(JSON.parse(Buffer.from(opened).toString("utf8")));
  return kept.request === fingerprint(shape) ? kept.response : undefined;
}

function fingerprint({ scope, resources, dpopJkt }: RefreshRequestShape): string {
  return encodeBase64url(sha256(JSON.stringify([scope ?? null, resources, dpopJkt ?? null])));
}

function purpose(tokenHash: Uint8Array): string {
  return `rotation-answer/${encodeBase64url(tokenHash)}`;
}
