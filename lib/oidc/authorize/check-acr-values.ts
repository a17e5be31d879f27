/** `acr_values`: how the app would like the person to be verified. A wish, which nothing fails by (OIDC Core 3.1.2.1). */
import type { ClientRow } from "#drizzle/schema/clients.ts";

/** In the app's order; where the request says nothing, the client's registered default. */
export function checkAcrValues(
  acrValues: string | undefined,
  client: Pick<ClientRow, "defaultAcrValues">,
): string[] {
  const wanted = (acrValues ?? "").split(" ").filter((value) => value !== "");
  const values = wanted.length > 0 ? wanted : client.defaultAcrValues;
  return [...new Set(values)].slice(0, 32).map((value) => value.slice(0, 512));
}
