/** Which values of a refused request its developer should look at, beside what is registered. */
import type { ClientRow } from "#drizzle/schema/clients.ts";
import type { ClientErrorFact } from "#lib/clients/errors/schema.ts";
import type { OAuthErrorCode } from "#lib/errors/oauth-error.ts";
import type { AuthorizationParameters } from "./authorization-parameters.ts";

type Told =
  | "response_type"
  | "response_mode"
  | "scope"
  | "prompt"
  | "max_age"
  | "code_challenge_method"
  | "acr_values";

const generally: readonly Told[] = [
  "response_type",
  "response_mode",
  "prompt",
  "max_age",
  "code_challenge_method",
];

export function refusedFacts(
  code: OAuthErrorCode,
  { values, lists }: AuthorizationParameters,
  client: ClientRow,
): ClientErrorFact[] {
  const sent = (name: Told): ClientErrorFact[] => {
    const value = values[name];
    return value === undefined ? [] : [{ name, sent: value }];
  };
  switch (code) {
    case "invalid_scope":
      return sent("scope").map((fact) => (client.scopes ? { ...fact, registered: client.scopes } : fact));
    case "unsupported_response_type":
    case "unauthorized_client":
      return sent("response_type").map((fact) => ({ ...fact, registered: client.responseTypes }));
    case "invalid_target":
      return (lists.resource ?? []).map((resource) => ({
        name: "resource",
        sent: resource,
        registered: client.resources,
      }));
    case "invalid_request":
      return generally.flatMap(sent);
    default:
      return [];
  }
}
