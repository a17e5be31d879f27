/** The JSON Web Key Set of the issuer (RFC 7517 section 5). */
import type { Runtime } from "#lib/context/context.ts";
import { loadSigningKeys } from "./load-signing-keys.ts";
import type { PublicJwk } from "./schema.ts";

/** Public halves only, from memory. */
export async function listPublicJwks(
  runtime: Pick<Runtime, "db" | "keyring">,
): Promise<readonly PublicJwk[]> {
  return (await loadSigningKeys(runtime)).published;
}
