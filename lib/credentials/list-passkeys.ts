/** The passkeys of whoever asks, for the account page. */
import type { CredentialRow } from "#drizzle/schema/credentials.ts";
import type { CredentialRowId } from "#drizzle/schema/ids.ts";
import type { Context, UserActor } from "#lib/context/context.ts";
import { DomainError } from "#lib/errors/domain-error.ts";
import { listCredentials } from "./store.ts";

export interface Passkey {
  readonly id: CredentialRowId;
  readonly name: string;
  /** The model, by its own word. */
  readonly aaguid: string;
  readonly createdAt: Date;
  readonly lastUsedAt?: Date;
  readonly lastUsedUserAgent?: string;
  readonly lastUsedIp?: string;
  /** When its counter did not grow, which a copy would explain. */
  readonly cloneSuspectedAt?: Date;
  /** A copy exists elsewhere now (WebAuthn's backup state). */
  readonly synced: boolean;
  /** May be copied at all; with `backupState` false: not backed up yet. */
  readonly backupEligible: boolean;
  readonly backupState: boolean;
  readonly deviceType: CredentialRow["deviceType"];
  readonly transports: readonly string[];
  /** This passkey opened, or last confirmed, the session that asks. */
  readonly usedForThisSession: boolean;
}

/** Live passkeys, oldest first. @throws DomainError UNAUTHENTICATED */
export async function listPasskeys(ctx: Context): Promise<Passkey[]> {
  const { actor } = ctx;
  if (actor.type !== "user") throw new DomainError("UNAUTHENTICATED");
  const rows = await listCredentials(ctx.db, actor.userId);
  return rows.map((row) => describePasskey(row, actor));
}

type ListedRow = Awaited<ReturnType<typeof listCredentials>>[number];

/** A row of the actor's own as they may see it. */
export function describePasskey(row: ListedRow, actor: UserActor): Passkey {
  return {
    id: row.id,
    name: row.name,
    aaguid: row.aaguid,
    createdAt: row.createdAt,
    ...(row.lastUsedAt ? { lastUsedAt: row.lastUsedAt } : {}),
    ...(row.lastUsedUserAgent ? { lastUsedUserAgent: row.lastUsedUserAgent } : {}),
    ...(row.lastUsedIp ? { lastUsedIp: row.lastUsedIp } : {}),
    ...(row.cloneSuspectedAt ? { cloneSuspectedAt: row.cloneSuspectedAt } : {}),
    synced: row.backupState,
    backupEligible: row.backupEligible,
    backupState: row.backupState,
    deviceType: row.deviceType,
    transports: row.transports,
    usedForThisSession: row.id === actor.credentialId,
  };
}
