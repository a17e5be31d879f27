/** A registration request's metadata → the columns of a client, or the error of RFC 7591 section 3.2.2. */
import { type PreparedClient, prepareClient } from "#lib/clients/prepare-client.ts";
import { inWireSpelling, readWireMetadata } from "#lib/clients/wire-metadata.ts";
import type { Context } from "#lib/context/context.ts";
import { DomainError, type FieldProblem } from "#lib/errors/domain-error.ts";
import { OAuthError } from "#lib/errors/oauth-error.ts";
import { isSupportedScope } from "../claims/scopes.ts";

/** @throws OAuthError invalid_redirect_uri, invalid_client_metadata, invalid_software_statement, unapproved_software_statement */
export async function prepareRegistration(
  ctx: Context,
  document: Readonly<Record<string, unknown>>,
): Promise<PreparedClient> {
  checkSoftwareStatement(document.software_statement);
  const read = readWireMetadata(document);
  if ("problems" in read) throw metadataError(read.problems);
  const { given } = read;
  const isPublic = given.tokenEndpointAuthMethod === "none";
  try {
    return await prepareClient(
      ctx.config,
      {
        ...given,
        name: given.name ?? nameFrom(given.clientUri ?? given.redirectUris?.[0]),
        ...(given.scopes ? { scopes: given.scopes.filter(isSupportedScope) } : {}),
        resources: [...ctx.config.dynamicClientResources],
        // Never what only an administrator may say of an app.
        firstParty: false,
        allowRedirectWildcards: false,
        // The specification knows no such member, and many libraries that register send no challenge.
        requirePkce: isPublic,
      },
      { origin: "registered" },
    );
  } catch (error) {
    if (error instanceof DomainError && error.code === "VALIDATION_ERROR")
      throw metadataError((error.fields ?? []).map(inWireSpelling));
    throw error;
  }
}

/** People are asked about this app, so it has a name in any case. */
function nameFrom(address: string | null | undefined): string {
  const host = URL.parse(address ?? "")?.hostname ?? "";
  return host === "" ? "An app without a name" : host.slice(0, 100);
}

/** Nobody's statements are believed here, and what is in one would outweigh the rest (RFC 7591 section 2.3). */
function checkSoftwareStatement(statement: unknown): void {
  if (statement === undefined || statement === null) return;
  if (typeof statement !== "string" || !/^[\w-]+\.[\w-]+\.[\w-]+$/.test(statement))
    throw new OAuthError("invalid_software_statement", "software_statement is not a signed JWT.");
  throw new OAuthError("unapproved_software_statement", "No issuer of software statements is trusted here.");
}

function metadataError(problems: readonly FieldProblem[]): OAuthError {
  const [first] = problems;
  const aboutRedirects = first?.path.startsWith("redirect_uris") ?? false;
  return new OAuthError(
    aboutRedirects ? "invalid_redirect_uri" : "invalid_client_metadata",
    plain(problems.map(({ path, message }) => `${path} ${message}`).join("; ")),
  );
}

/** RFC 6749 section 5.2: printable ASCII without quotes and backslashes. */
function plain(text: string): string {
  return text
    .replaceAll('"', "'")
    .replace(/[^\x20-\x21\x23-\x5b\x5d-\x7e]/g, "?")
    .slice(0, 1000);
}
