/** The issuer's keys as one reading of the database found them, ready for use. */
import { createHash, createPrivateKey, type JsonWebKey, type KeyObject } from "node:crypto";
import { createLocalJWKSet } from "jose";
import type { SigningKeyRow } from "#drizzle/schema/signing-keys.ts";
import type { Runtime } from "#lib/context/context.ts";
import { open } from "#lib/crypto/keyring.ts";
import { StartupError } from "#lib/errors/startup-error.ts";
import { associatedData } from "./make-signing-key.ts";
import { type PublicJwk, publicJwkSchema, type SigningAlgorithm, signingAlgorithmSchema } from "./schema.ts";

export type KeyRuntime = Pick<Runtime, "db" | "keyring" | "config">;

/** What JWKS shows, with the text and the entity tag that go out. */
export interface PublishedKeys {
  readonly keys: readonly PublicJwk[];
  readonly body: string;
  readonly etag: string;
}

/** Never leaves this folder. */
export interface Signer {
  readonly kid: string;
  readonly privateKey: KeyObject;
}

export interface SigningKeySet {
  readonly signers: ReadonlyMap<SigningAlgorithm, Signer>;
  /** `active`, `retiring` and `next`. */
  readonly published: PublishedKeys;
  /** Finds the key of a JWT of ours; retired ones too, as an old ID Token is still a hint. Never revoked ones. */
  readonly findKey: ReturnType<typeof createLocalJWKSet>;
}

/** Signing keys first, so that a verifier which takes the first that fits takes the right one. */
const publishedStates = ["active", "retiring", "next"] as const;

/** `opened` keeps private keys from one reading to the next, and forgets those that sign no more. */
export function openSigningKeySet(
  runtime: Pick<Runtime, "keyring">,
  rows: readonly SigningKeyRow[],
  opened: Map<string, KeyObject>,
): SigningKeySet {
  const active = rows.filter((row) => row.state === "active");
  const signers = new Map<SigningAlgorithm, Signer>();
  for (const row of active) {
    const privateKey = opened.get(row.kid) ?? openPrivateKey(runtime, row);
    opened.set(row.kid, privateKey);
    signers.set(signingAlgorithmSchema.parse(row.algorithm), { kid: row.kid, privateKey });
  }
  for (const kid of opened.keys()) if (!active.some((row) => row.kid === kid)) opened.delete(kid);
  const keys = publishedStates.flatMap((state) =>
    rows
      .filter((row) => row.state === state)
      .sort(byAlgorithm)
      .map(publicJwk),
  );
  const body = JSON.stringify({ keys });
  const trusted = rows.filter((row) => row.revokedAt === null).map(publicJwk);
  return {
    signers,
    published: { keys, body, etag: `"${createHash("sha256").update(body).digest("base64url")}"` },
    findKey: createLocalJWKSet({ keys: trusted }),
  };
}

function publicJwk(row: SigningKeyRow): PublicJwk {
  return publicJwkSchema.parse(row.publicJwk);
}

function byAlgorithm(left: SigningKeyRow, right: SigningKeyRow): number {
  const order: readonly string[] = signingAlgorithmSchema.options;
  return order.indexOf(left.algorithm) - order.indexOf(right.algorithm);
}

/** @throws StartupError when the keyring does not open what the database holds. */
function openPrivateKey(runtime: Pick<Runtime, "keyring">, row: SigningKeyRow): KeyObject {
  if (row.privateJwk === null) throw new Error("a retired key signs nothing");
  try {
    const bytes = open(runtime.keyring, row.privateJwk, associatedData(row.kid));
    const key: JsonWebKey = JSON.parse(Buffer.from(bytes).toString("utf8"));
    return createPrivateKey({ key, format: "jwk" });
  } catch (cause) {
    throw new StartupError(
      "The key file does not belong to this database.",
      [
        "The signing key in the database was sealed with another encryption key.",
        "Start with the key file (KEY_FILE or ENCRYPTION_KEYS) that this database was made with.",
      ],
      { cause },
    );
  }
}
