/**
 * Downloads a BLOB from the address that the operator configured, and from nowhere else: https, no other host, no
 * address inside, no more bytes and no more time than a BLOB needs.
 */
import { type LookupAddress, lookup as systemLookup } from "node:dns";
import type { IncomingMessage } from "node:http";
import { get } from "node:https";
import { isIP, type LookupFunction } from "node:net";
import { MetadataRefusal } from "./metadata-refusal.ts";
import { isPublicAddress } from "./public-address.ts";

/** The FIDO Alliance's has under ten MiB. */
export const largestBlobBytes = 32 * 1024 * 1024;
const timeoutMs = 20_000;
const mostRedirects = 3;

/** What tests stand in for: the network. */
export interface FetchEnvironment {
  readonly lookup: (host: string) => Promise<readonly LookupAddress[]>;
  readonly isAllowed: (address: string) => boolean;
  /** PEM; replaces the system's authorities. */
  readonly ca?: string;
  readonly maxBytes: number;
  readonly timeoutMs: number;
}

const internet: FetchEnvironment = {
  lookup: (host) => {
    const { promise, resolve, reject } = Promise.withResolvers<LookupAddress[]>();
    systemLookup(host, { all: true }, (error, found) => (error ? reject(error) : resolve(found)));
    return promise;
  },
  isAllowed: isPublicAddress,
  maxBytes: largestBlobBytes,
  timeoutMs,
};

/** The body as text. @throws MetadataRefusal `unreachable` or `too_large` */
export async function fetchBlob(
  url: string,
  signal: AbortSignal,
  environment: FetchEnvironment = internet,
): Promise<string> {
  const limit = AbortSignal.any([signal, AbortSignal.timeout(environment.timeoutMs)]);
  try {
    let target = new URL(url);
    for (let redirects = 0; redirects <= mostRedirects; redirects += 1) {
      const response = await request(target, limit, environment);
      const next = redirectOf(response, target);
      if (!next) return await readText(response, environment.maxBytes);
      response.destroy();
      target = next;
    }
    throw new Error("too many redirects");
  } catch (cause) {
    if (cause instanceof MetadataRefusal) throw cause;
    throw new MetadataRefusal("unreachable", cause);
  }
}

async function request(
  url: URL,
  signal: AbortSignal,
  { lookup, isAllowed, ca }: FetchEnvironment,
): Promise<IncomingMessage> {
  if (url.protocol !== "https:") throw new Error("not https");
  const host = url.hostname.replace(/^\[|\]$/g, "");
  // A literal address is connected to without being looked up.
  if (isIP(host) !== 0 && !isAllowed(host)) throw new Error("the address is not a public one");
  // The connection goes to the very addresses that were checked: a name cannot mean another one a moment later.
  const checkedLookup: LookupFunction = (name, options, callback) => {
    lookup(name).then(
      (found) => {
        const [first] = found;
        if (!first || !found.every(({ address }) => isAllowed(address)))
          callback(new Error("the name does not lead to public addresses"), "", 0);
        else if (options.all) callback(null, [...found]);
        else callback(null, first.address, first.family);
      },
      (error: NodeJS.ErrnoException) => callback(error, "", 0),
    );
  };
  const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>();
  get(
    url,
    {
      lookup: checkedLookup,
      signal,
      agent: false,
      headers: {
        accept: "application/octet-stream, application/jose, */*;q=0.1",
        "accept-encoding": "identity",
      },
      ...(ca === undefined ? {} : { ca }),
    },
    resolve,
  ).on("error", reject);
  return await promise;
}

/** The same host again, or nothing: an open redirect there must not send us elsewhere. */
function redirectOf({ statusCode = 0, headers }: IncomingMessage, from: URL): URL | undefined {
  if (statusCode === 200) return undefined;
  const target = [301, 302, 303, 307, 308].includes(statusCode) && URL.parse(headers.location ?? "", from);
  if (!target) throw new Error(`answered with status ${statusCode}`);
  if (target.origin !== from.origin) throw new Error("redirects to another host");
  return target;
}

async function readText(response: IncomingMessage, maxBytes: number): Promise<string> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > maxBytes) {
      response.destroy();
      throw new MetadataRefusal("too_large");
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("latin1").trim();
}
