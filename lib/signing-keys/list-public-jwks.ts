/** The JSON Web Key Set of the issuer (RFC 7517 section 5): public halves only, from memory. */
import { loadSigningKeys } from "./load-signing-keys.ts";
import type { PublicJwk } from "./schema.ts";
import type { KeyRuntime, PublishedKeys } from "./signing-key-set.ts";

export async function listPublicJwks(runtime: KeyRuntime): Promise<readonly PublicJwk[]> {
  return (await jwksDocument(runtime)).keys;
}

/** With the very bytes that are sent. */
export async function jwksDocument(runtime: KeyRuntime): Promise<PublishedKeys> {
  return (await loadSigningKeys(runtime)).published;
}
