/** API key → the program that calls. */
import type { ApiKeyActor, Context } from "#lib/context/context.ts";
import { sha256 } from "#lib/crypto/hash.ts";
import { findLiveApiKey, touchApiKey } from "./store.ts";

/** Marks a key as one of ours, for people and for scanners that look for leaked secrets. */
export const apiKeyPrefix = "lk_";

const shape = /^lk_[A-Za-z0-9_-]{43}$/;

/** Use is written at most once a minute. */
const useResolutionMs = 60_000;

/** The actor behind `key`; undefined when it is unknown, expired or revoked, or its maker is disabled. */
export async function resolveApiKey(ctx: Context, key: string): Promise<ApiKeyActor | undefined> {
  if (!shape.test(key)) return undefined;
  const row = await findLiveApiKey(ctx.db, sha256(key), ctx.now);
  if (!row) return undefined;
  if (!row.lastUsedAt || ctx.now.getTime() - row.lastUsedAt.getTime() >= useResolutionMs)
    await touchApiKey(ctx.db, row.id, ctx.ip, ctx.now);
  const { id: keyId, name, scopes, createdBy, creatorRole } = row;
  return { type: "api_key", keyId, name, scopes, createdBy, creatorRole };
}
