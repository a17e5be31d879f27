/** `resource`: the servers that the access token is for (RFC 8707). */
import type { ClientRow } from "#drizzle/schema/clients.ts";
import { OAuthError } from "#lib/errors/oauth-error.ts";

/** Each once, in order. Section 2: absolute, without fragment, and known for this client. @throws OAuthError invalid_target */
export function checkResource(
  resources: readonly string[] | undefined,
  client: Pick<ClientRow, "resources">,
): string[] {
  const wanted = [...new Set(resources ?? [])];
  for (const resource of wanted) {
    if (URL.parse(resource) === null || resource.includes("#"))
      throw new OAuthError("invalid_target", "resource must be an absolute URI without a fragment.");
    if (!client.resources.includes(resource))
      throw new OAuthError("invalid_target", "resource is not registered for the client.");
  }
  return wanted;
}
