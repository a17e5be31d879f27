/** Reads the document at a client id and checks it as a registration. */
import { z } from "zod";
import type { Context } from "#lib/context/context.ts";
import { DomainError } from "#lib/errors/domain-error.ts";
import { fetchPublic, type OutgoingAnswer, type OutgoingEnvironment } from "#lib/outgoing/fetch-public.ts";
import { OutgoingRefusal } from "#lib/outgoing/outgoing-refusal.ts";
import { type PreparedClient, prepareClient } from "../prepare-client.ts";
import { inWireSpelling, readWireMetadata } from "../wire-metadata.ts";
import { ClientDocumentError } from "./client-document-error.ts";
import { documentExpiry } from "./document-lifetime.ts";

const documentSchema = z.record(z.string(), z.unknown());

export interface ClientDocument {
  readonly prepared: PreparedClient;
  readonly expiresAt: Date;
}

/** `network` is what tests stand in for. @throws ClientDocumentError */
export async function fetchClientDocument(
  ctx: Pick<Context, "config" | "now">,
  id: string,
  network?: OutgoingEnvironment,
): Promise<ClientDocument> {
  const answer = await fetchAnswer(ctx, id, network);
  const document = readDocument(answer, id);
  return { prepared: await prepare(ctx, id, document), expiresAt: documentExpiry(answer.headers, ctx.now) };
}

async function fetchAnswer(
  { config }: Pick<Context, "config">,
  id: string,
  network: OutgoingEnvironment | undefined,
): Promise<OutgoingAnswer> {
  try {
    const request = {
      timeoutMs: 5000,
      maxBytes: 65_536,
      headers: { accept: "application/json" },
      allowPrivate: config.allowedPrivateNetwork,
      allowHttp: !config.secure,
    };
    return await fetchPublic(id, request, network);
  } catch (cause) {
    if (!(cause instanceof OutgoingRefusal)) throw cause;
    // One answer for every cause: whoever names an address must not learn what stands inside our networks.
    throw new ClientDocumentError(
      "The document could not be read: it must answer on the internet within 5 seconds, in at most 64 KiB.",
      { isPassing: true, cause },
    );
  }
}

function readDocument({ status, headers, body }: OutgoingAnswer, id: string): Record<string, unknown> {
  // Redirects are not followed: the document must be at the very address that is the id.
  if (status !== 200)
    throw new ClientDocumentError(`The document was answered with status ${status}.`, {
      isPassing: status >= 500 || status === 429,
    });
  const type = (headers["content-type"] ?? "").split(";")[0]?.trim().toLowerCase() ?? "";
  if (!/^application\/([a-z0-9.!#$&^_-]+\+)?json$/.test(type))
    throw new ClientDocumentError("The document must be served as application/json.");
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(body));
  } catch {
    throw new ClientDocumentError("The document is not valid JSON.");
  }
  const document = documentSchema.safeParse(value);
  if (!document.success) throw new ClientDocumentError("The document must be a JSON object.");
  if (document.data.client_id !== id)
    throw new ClientDocumentError("client_id in the document must be its address, character by character.");
  for (const name of ["client_secret", "client_secret_expires_at"])
    if (document.data[name] !== undefined)
      throw new ClientDocumentError(`${name} has no place in a public document.`);
  return document.data;
}

async function prepare(
  { config }: Pick<Context, "config">,
  id: string,
  document: Readonly<Record<string, unknown>>,
): Promise<PreparedClient> {
  const read = readWireMetadata({ token_endpoint_auth_method: "none", ...document });
  if ("problems" in read) throw refusal(read.problems);
  const { given } = read;
  if (given.tokenEndpointAuthMethod?.startsWith("client_secret_"))
    throw new ClientDocumentError("token_endpoint_auth_method must be none or private_key_jwt.");
  try {
    return await prepareClient(
      config,
      {
        ...given,
        name: given.name ?? new URL(id).host.slice(0, 100),
        resources: [...config.dynamicClientResources],
        // Never what only an administrator may say of an app.
        firstParty: false,
        allowRedirectWildcards: false,
        requirePkce: true,
      },
      { origin: "registered" },
    );
  } catch (error) {
    if (error instanceof DomainError && error.code === "VALIDATION_ERROR")
      throw refusal((error.fields ?? []).map(inWireSpelling));
    throw error;
  }
}

function refusal(
  problems: readonly { readonly path: string; readonly message: string }[],
): ClientDocumentError {
  const told = problems.map(({ path, message }) => `${path} ${message}`).join("; ");
  return new ClientDocumentError(`In the document: ${told.slice(0, 900)}.`);
}
