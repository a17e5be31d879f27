/** The issuer's keys, for those who look after them. */
import type { SigningKeyRow } from "#drizzle/schema/signing-keys.ts";
import type { Context } from "#lib/context/context.ts";
import type { Db } from "#lib/db/client.ts";
import { checkPermission } from "#lib/permissions/check-permission.ts";
import { keyTimesOf } from "./load-signing-keys.ts";
import { readyAt, rotatesAt } from "./plan-rotation.ts";
import { type SigningKey, signingAlgorithmSchema } from "./schema.ts";
import { listSigningKeys as selectSigningKeys } from "./store.ts";

/** Oldest first, retired ones too. For operators and administrators. @throws DomainError FORBIDDEN */
export async function listSigningKeys(ctx: Context): Promise<SigningKey[]> {
  checkPermission(ctx, "signing_keys.read");
  return await describeSigningKeys(ctx, ctx.db);
}

/** Without asking who wants to know; also inside a transaction. */
export async function describeSigningKeys(ctx: Context, db: Db): Promise<SigningKey[]> {
  const rows = await selectSigningKeys(db);
  return rows.map((row) => describeKey(ctx, row, rows));
}

function describeKey(ctx: Context, row: SigningKeyRow, rows: readonly SigningKeyRow[]): SigningKey {
  const { kid, state, createdAt, activatedAt, rotationRequestedAt, retiringAt, retiredAt, revokedAt } = row;
  const times = keyTimesOf(ctx);
  const next = rows.find((other) => other.algorithm === row.algorithm && other.state === "next");
  return {
    kid,
    algorithm: signingAlgorithmSchema.parse(row.algorithm),
    state,
    createdAt,
    activatedAt,
    signsFrom: state === "next" ? readyAt(row, times) : null,
    rotatesAt: state === "active" ? (rotatesAt(row, next, times) ?? null) : null,
    rotationRequestedAt,
    retiringAt,
    publishedUntil:
      state === "retiring" && retiringAt ? new Date(retiringAt.getTime() + times.keepAfterMs) : null,
    retiredAt,
    revokedAt,
  };
}
