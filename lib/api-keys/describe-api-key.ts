/** A key's row → what administrators see of it. */
import type { ApiKeyRow } from "#drizzle/schema/api-keys.ts";
import type { ApiKey } from "./schema.ts";

export function describeApiKey(row: ApiKeyRow, makerName: string, now: Date): ApiKey {
  const { keyHash: _hash, createdBy, ...columns } = row;
  return { ...columns, state: stateOf(row, now), createdBy: { id: createdBy, displayName: makerName } };
}

function stateOf({ revokedAt, expiresAt }: ApiKeyRow, now: Date): ApiKey["state"] {
  if (revokedAt !== null) return "revoked";
  return expiresAt.getTime() <= now.getTime() ? "expired" : "live";
}
