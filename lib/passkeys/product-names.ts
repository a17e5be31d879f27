/** What people call a model of authenticator: by the metadata in use, else by the table. For display only. */
import type { Runtime } from "#lib/context/context.ts";
import { authenticatorNames } from "./authenticator-names.ts";
import { metadataInMemory } from "./metadata/metadata-for.ts";

export function productNames(
  runtime: Pick<Runtime, "db" | "config">,
): (aaguid: string) => string | undefined {
  const metadata = metadataInMemory(runtime);
  return (aaguid) => metadata?.byAaguid.get(aaguid)?.name ?? authenticatorNames.get(aaguid);
}
