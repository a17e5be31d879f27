/**
 * Downloads a BLOB from the address that the operator configured, and from nowhere else: https, no other host, no
 * address inside, no more bytes and no more time than a BLOB needs.
 */
import { fetchPublic, type OutgoingAnswer, type OutgoingEnvironment } from "#lib/outgoing/fetch-public.ts";
import { OutgoingRefusal } from "#lib/outgoing/outgoing-refusal.ts";
import { MetadataRefusal } from "./metadata-refusal.ts";

/** The FIDO Alliance's has under ten MiB. */
export const largestBlobBytes = 32 * 1024 * 1024;

const mostRedirects = 3;

export interface BlobLimits {
  readonly maxBytes: number;
  readonly timeoutMs: number;
  /** What tests stand in for. */
  readonly network?: OutgoingEnvironment;
}

const ordinary: BlobLimits = { maxBytes: largestBlobBytes, timeoutMs: 20_000 };

/** The body as text. @throws MetadataRefusal `unreachable` or `too_large` */
export async function fetchBlob(
  url: string,
  signal: AbortSignal,
  limits: BlobLimits = ordinary,
): Promise<string> {
  const { status, body } = await ask(url, signal, limits).catch((cause: unknown) => {
    const tooLarge = cause instanceof OutgoingRefusal && cause.problem === "too_large";
    throw new MetadataRefusal(tooLarge ? "too_large" : "unreachable", cause);
  });
  if (status !== 200) throw new MetadataRefusal("unreachable", new Error(`answered with status ${status}`));
  return body.toString("latin1").trim();
}

async function ask(
  url: string,
  signal: AbortSignal,
  { maxBytes, timeoutMs, network }: BlobLimits,
): Promise<OutgoingAnswer> {
  const headers = { accept: "application/octet-stream, application/jose, */*;q=0.1" };
  const request = { headers, maxBytes, timeoutMs, signal, sameOriginRedirects: mostRedirects };
  return await fetchPublic(url, request, network);
}
