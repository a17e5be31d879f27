/** Client ids that are the address of a document which says who the app is (OAuth Client ID Metadata Document). */
import type { Config } from "#lib/config/load-config.ts";
import { longestClientId } from "../schema.ts";

export type DocumentConfig = Pick<
  Config,
  "clientIdMetadataDocuments" | "secure" | "allowedPrivateNetwork" | "dynamicClientResources"
>;

/**
 * Section 3 of the draft: https, a path without dot segments, no fragment, no user name; in normal form, since the very
 * text is the id. An issuer that is on http itself, on somebody's own machine, takes http too.
 */
export function isDocumentClientId(config: DocumentConfig, id: string): boolean {
  if (!config.clientIdMetadataDocuments || id.length > longestClientId || !/^[\x21-\x7e]+$/.test(id))
    return false;
  const url = URL.parse(id);
  if (!url || url.href !== id || id.includes("#")) return false;
  if (url.username !== "" || url.password !== "") return false;
  return url.protocol === "https:" || (url.protocol === "http:" && !config.secure);
}
