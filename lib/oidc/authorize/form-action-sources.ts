/** Where the form of an interaction may lead: Chromium applies `form-action` to redirects, too. */
import type { Runtime } from "#lib/context/context.ts";
import { findInteraction } from "../interactions/find-interaction.ts";

/** CSP sources of the validated redirect target: `https://app.example` or `com.example.app:`; none for no interaction. */
export async function formActionSources(
  runtime: Pick<Runtime, "db"> & { readonly now?: Date },
  token: string,
): Promise<string[]> {
  const interaction = await findInteraction({ db: runtime.db, now: runtime.now ?? new Date() }, token);
  const uri =
    interaction?.kind === "authorize"
      ? interaction.target.redirectUri
      : interaction?.request.postLogoutRedirectUri;
  if (uri === undefined) return [];
  const { protocol, origin } = new URL(uri);
  return [protocol === "http:" || protocol === "https:" ? origin : protocol];
}
