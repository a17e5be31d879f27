/** Makes a key by which a program uses the administrators' API. */
import type { ApiKeyRow } from "#drizzle/schema/api-keys.ts";
import type { ApiKeyId, UserId } from "#drizzle/schema/ids.ts";
import { appendAuditEvent } from "#lib/audit/append-audit-event.ts";
import type { Context } from "#lib/context/context.ts";
import { sha256 } from "#lib/crypto/hash.ts";
import { newId, randomSecret } from "#lib/crypto/random.ts";
import { DomainError } from "#lib/errors/domain-error.ts";
import { checkInput } from "#lib/groups/check-input.ts";
import { auditRefusal } from "#lib/passkeys/audit-refusal.ts";
import { checkPermission } from "#lib/permissions/check-permission.ts";
import { type Role, roleAllows } from "#lib/permissions/schema.ts";
import { findUser } from "#lib/users/store.ts";
import { describeApiKey } from "./describe-api-key.ts";
import { apiKeyPrefix } from "./resolve-api-key.ts";
import { type ApiKey, type NewApiKey, newApiKeySchema } from "./schema.ts";
import { insertApiKey } from "./store.ts";

export interface CreatedApiKey {
  /** Shown here once; stored as its hash. */
  readonly key: string;
  readonly apiKey: ApiKey;
}

const dayMs = 86_400_000;

/**
 * The key acts with the authority of whoever makes it, as far as its scopes go, and ends with it. An operator names
 * the person whose authority it has (`makerId`); everybody else makes keys of their own.
 * @throws DomainError FORBIDDEN, STEP_UP_REQUIRED, VALIDATION_ERROR, USER_NOT_FOUND
 */
export function createApiKey(ctx: Context, input: NewApiKey, makerId?: UserId): Promise<CreatedApiKey> {
  return auditRefusal(ctx, "api_key.created", async () => {
    checkPermission(ctx, "api_keys.write");
    const { name, scopes, expiresInDays } = checkInput(newApiKeySchema, input);
    const maker = await makerOf(ctx, makerId);
    const beyond = scopes.filter((scope) => !roleAllows(maker.role, scope));
    if (beyond.length > 0)
      throw new DomainError("VALIDATION_ERROR", {
        fields: beyond.map((scope) => ({ path: "scopes", message: `${scope} is not allowed to its maker` })),
      });
    const key = apiKeyPrefix + randomSecret();
    const row: ApiKeyRow = {
      id: newId<ApiKeyId>(),
      name,
      keyHash: sha256(key),
      hint: key.slice(0, 7),
      scopes: [...new Set(scopes)].sort(),
      createdBy: maker.id,
      createdAt: ctx.now,
      expiresAt: new Date(ctx.now.getTime() + expiresInDays * dayMs),
      lastUsedAt: null,
      lastUsedIp: null,
      revokedAt: null,
    };
    await ctx.db.transaction(async (tx) => {
      await insertApiKey(tx, row);
      await appendAuditEvent(ctx, tx, {
        action: "api_key.created",
        outcome: "success",
        subjectUserId: maker.id,
        details: { apiKeyId: row.id, name, scopes: row.scopes, expiresAt: row.expiresAt.toISOString() },
      });
    });
    return { key, apiKey: describeApiKey(row, maker.displayName, ctx.now) };
  });
}

interface Maker {
  readonly id: UserId;
  readonly role: Role;
  readonly displayName: string;
}

async function makerOf({ actor, db }: Context, makerId: UserId | undefined): Promise<Maker> {
  if (actor.type === "user") {
    if (makerId !== undefined && makerId !== actor.userId) throw new DomainError("FORBIDDEN");
    return { id: actor.userId, role: actor.role, displayName: actor.displayName };
  }
  const found = makerId === undefined ? undefined : await findUser(db, makerId);
  if (!found) throw new DomainError("USER_NOT_FOUND");
  return found;
}
