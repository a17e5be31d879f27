/** The sector that an app's pairwise subjects are made for (OpenID Connect Core section 8.1). */
import { z } from "zod";
import type { Config } from "#lib/config/load-config.ts";
import type { FieldProblem } from "#lib/errors/domain-error.ts";
import { fetchPublic, type OutgoingEnvironment } from "#lib/outgoing/fetch-public.ts";
import { OutgoingRefusal } from "#lib/outgoing/outgoing-refusal.ts";
import type { ClientMetadata } from "./schema.ts";

const documentSchema = z.array(z.string().max(2048)).max(1000);

/** The host, null for an app whose subjects need none, or what is wrong. Fetches `sectorIdentifierUri` where given. */
export async function checkSectorIdentifier(
  config: Pick<Config, "allowedPrivateNetwork">,
  metadata: ClientMetadata,
  network?: OutgoingEnvironment,
): Promise<{ readonly sectorIdentifier: string | null } | { readonly problem: FieldProblem }> {
  const { sectorIdentifierUri, redirectUris, subjectType } = metadata;
  if (sectorIdentifierUri !== null) {
    const message = await documentProblem(config, sectorIdentifierUri, redirectUris, network);
    if (message !== undefined) return { problem: { path: "sectorIdentifierUri", message } };
    return { sectorIdentifier: subjectType === "pairwise" ? new URL(sectorIdentifierUri).hostname : null };
  }
  if (subjectType === "public") return { sectorIdentifier: null };
  const hosts = new Set(redirectUris.map((uri) => new URL(uri).hostname));
  const [host = "", ...others] = hosts;
  if (others.length > 0 || host === "" || host.includes("*"))
    return {
      problem: {
        path: "sectorIdentifierUri",
        message: "must be there for pairwise subjects unless all redirect URIs have the same host",
      },
    };
  return { sectorIdentifier: host };
}

/** OpenID Connect Registration 1.0 section 5. */
async function documentProblem(
  config: Pick<Config, "allowedPrivateNetwork">,
  address: string,
  redirectUris: readonly string[],
  network: OutgoingEnvironment | undefined,
): Promise<string | undefined> {
  try {
    const request = {
      timeoutMs: 5000,
      maxBytes: 65_536,
      headers: { accept: "application/json" },
      allowPrivate: config.allowedPrivateNetwork,
    };
    const { status, body } = await fetchPublic(address, request, network);
    if (status !== 200) return `was answered with status ${status}`;
    const listed = documentSchema.safeParse(JSON.parse(body.toString("utf8")));
    if (!listed.success) return "must lead to a JSON array of redirect URIs";
    const missing = redirectUris.find((uri) => !listed.data.includes(uri));
    return missing === undefined ? undefined : `leads to a list that lacks ${missing}`;
  } catch (error) {
    if (error instanceof SyntaxError) return "must lead to a JSON array of redirect URIs";
    // One answer for every cause: whoever registers must not learn what stands inside our networks.
    if (error instanceof OutgoingRefusal)
      return "could not be read: it must answer on the internet within 5 seconds, in at most 64 KiB";
    throw error;
  }
}
