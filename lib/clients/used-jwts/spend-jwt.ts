/** JWTs that prove something by being shown once: client assertions (RFC 7523) and DPoP proofs (RFC 9449). */
import type { Context } from "#lib/context/context.ts";
import { sha256 } from "#lib/crypto/hash.ts";
import { insertUsedJwt } from "./store.ts";

export interface ShownJwt {
  readonly purpose: "client_assertion" | "dpop";
  /** Whose ids these are: the client, or the thumbprint of the key. */
  readonly issuer: string;
  readonly jti: string;
  /** When nobody would take it any more, clocks included: it is remembered until then. */
  readonly expiresAt: Date;
}

/** True the first time. Asked after the signature was verified, or a stranger could spend the ids of others. */
export function spendJwt(
  { db }: Pick<Context, "db">,
  { purpose, issuer, jti, expiresAt }: ShownJwt,
): Promise<boolean> {
  return insertUsedJwt(db, { idHash: sha256(JSON.stringify([purpose, issuer, jti])), expiresAt });
}
