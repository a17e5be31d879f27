/** What sort of app it is, in one word: whether it can keep a secret, and whether people sign in to it at all. */
import type { ClientMetadata } from "./schema.ts";
import type { ClientKind } from "./search/schema.ts";

/** `service`: a machine that signs in as itself alone. */
export function clientKind(
  client: Pick<ClientMetadata, "tokenEndpointAuthMethod"> & { readonly grantTypes: readonly string[] },
): ClientKind {
  if (client.tokenEndpointAuthMethod === "none") return "public";
  const own = new Set(["client_credentials", "urn:ietf:params:oauth:grant-type:token-exchange"]);
  return client.grantTypes.every((grant) => own.has(grant)) ? "service" : "confidential";
}
