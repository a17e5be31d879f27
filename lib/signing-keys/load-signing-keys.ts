/** The issuer's keys in memory: opened once a process, kept for its life. */
import { importJWK, type JWK } from "jose";
import type { SigningKeyRow } from "#drizzle/schema/signing-keys.ts";
import type { Runtime } from "#lib/context/context.ts";
import { processWide } from "#lib/context/process-wide.ts";
import { open } from "#lib/crypto/keyring.ts";
import type { Database } from "#lib/db/client.ts";
import { StartupError } from "#lib/errors/startup-error.ts";
import { associatedData } from "./make-signing-key.ts";
import { type PublicJwk, publicJwkSchema } from "./schema.ts";
import { listSigningKeys } from "./store.ts";

/** The room's own view; `privateKey` cannot be exported again and never leaves this folder. */
export interface SigningKeys {
  readonly active: { readonly kid: string; readonly privateKey: CryptoKey };
  /** `next`, `active` and `retiring`: what JWKS shows. */
  readonly published: readonly PublicJwk[];
  /** Retired ones too: an old ID Token is still recognised as a hint. */
  readonly known: readonly PublicJwk[];
}

const cache = () => processWide("signing-keys", () => new WeakMap<Database, Promise<SigningKeys>>());

/** The keys of this database, read at first use. A failed reading is not kept. */
export function loadSigningKeys(runtime: Pick<Runtime, "db" | "keyring">): Promise<SigningKeys> {
  const keys = cache();
  let loading = keys.get(runtime.db);
  if (!loading) {
    loading = readSigningKeys(runtime);
    keys.set(runtime.db, loading);
    loading.catch(() => keys.delete(runtime.db));
  }
  return loading;
}

async function readSigningKeys(runtime: Pick<Runtime, "db" | "keyring">): Promise<SigningKeys> {
  const rows = await listSigningKeys(runtime.db);
  const active = rows.find((row) => row.state === "active");
  if (!active) throw new Error("no active signing key: ensureSigningKeys runs at start");
  const publicJwk = (row: SigningKeyRow) => publicJwkSchema.parse(row.publicJwk);
  return {
    active: { kid: active.kid, privateKey: await openPrivateKey(runtime, active) },
    published: rows.filter((row) => row.state !== "retired").map(publicJwk),
    known: rows.map(publicJwk),
  };
}

/** @throws StartupError when the keyring does not open what the database holds. */
async function openPrivateKey(runtime: Pick<Runtime, "keyring">, row: SigningKeyRow): Promise<CryptoKey> {
  let jwk: JWK;
  if (row.privateJwk === null) throw new Error("a retired key signs nothing");
  try {
    const opened = open(runtime.keyring, row.privateJwk, associatedData(row.kid));
    jwk = JSON.parse(Buffer.from(opened).toString("utf8"));
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
  const key = await importJWK(jwk, row.algorithm, { extractable: false });
  if (key instanceof Uint8Array) throw new Error("a signing key cannot be symmetric");
  return key;
}
