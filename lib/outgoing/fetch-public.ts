/**
 * Requests to addresses that somebody else wrote down: apps, metadata. They reach the internet and what the operator
 * opened, never this machine or its networks, and end within a time and a size.
 */
import { type LookupAddress, lookup as systemLookup } from "node:dns";
import { request as httpRequest, type IncomingHttpHeaders, type IncomingMessage } from "node:http";
import { request as httpsRequest } from "node:https";
import { isIP, type LookupFunction } from "node:net";
import { OutgoingRefusal } from "./outgoing-refusal.ts";
import { isReachable } from "./private-network.ts";

export interface OutgoingRequest {
  readonly method?: "GET" | "POST";
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
  /** For all of it: the name, the connection, the redirects, the body. */
  readonly timeoutMs: number;
  /** Of the answer's body. */
  readonly maxBytes: number;
  readonly signal?: AbortSignal;
  /** Takes http:// too: what is sent can then be read and altered on the way. */
  readonly allowHttp?: boolean;
  /** `config.allowedPrivateNetwork`: hosts, addresses and ranges that may be called although they are not public. */
  readonly allowPrivate?: readonly string[];
  /** How many redirects are followed, each checked anew and never to another origin; none unless given, for GET only. */
  readonly sameOriginRedirects?: number;
}

export interface OutgoingAnswer {
  /** Any: a 404 is an answer, and so is a redirect that is not followed. */
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  /** As it was sent; compression is not asked for. */
  readonly body: Buffer;
}

/** What tests stand in for: the network. */
export interface OutgoingEnvironment {
  readonly lookup: (host: string) => Promise<readonly LookupAddress[]>;
  readonly isReachable: typeof isReachable;
  /** PEM; replaces the system's authorities. */
  readonly ca?: string;
}

const internet: OutgoingEnvironment = {
  lookup: (host) => {
    const { promise, resolve, reject } = Promise.withResolvers<LookupAddress[]>();
    systemLookup(host, { all: true }, (error, found) => (error ? reject(error) : resolve(found)));
    return promise;
  },
  isReachable,
};

/** @throws OutgoingRefusal */
export async function fetchPublic(
  url: string,
  request: OutgoingRequest,
  environment: OutgoingEnvironment = internet,
): Promise<OutgoingAnswer> {
  const signals = [AbortSignal.timeout(request.timeoutMs), ...(request.signal ? [request.signal] : [])];
  const limit = AbortSignal.any(signals);
  try {
    let target = checkTarget(URL.parse(url), request, environment);
    for (let left = mostRedirects(request); ; left -= 1) {
      const response = await send(target, request, limit, environment);
      const next = left > 0 ? redirectOf(response, target) : undefined;
      if (!next) return await answerOf(response, request.maxBytes);
      response.destroy();
      target = checkTarget(next, request, environment);
    }
  } catch (cause) {
    throw refusalOf(cause, limit);
  }
}

function mostRedirects({ method, sameOriginRedirects = 0 }: OutgoingRequest): number {
  return method === "POST" ? 0 : sameOriginRedirects;
}

/** A literal address is connected to without being looked up, so it is checked here. */
function checkTarget(
  url: URL | null,
  { allowHttp, allowPrivate = [] }: OutgoingRequest,
  environment: OutgoingEnvironment,
): URL {
  if (url?.protocol !== "https:" && !(allowHttp === true && url?.protocol === "http:"))
    throw new OutgoingRefusal("not_allowed", "not an https address");
  if (url.username !== "" || url.password !== "")
    throw new OutgoingRefusal("not_allowed", "the address holds a user name");
  const host = hostOf(url);
  if (isIP(host) !== 0 && !environment.isReachable(allowPrivate, host, host))
    throw new OutgoingRefusal("not_allowed", "the address is not a public one");
  return url;
}

function hostOf(url: URL): string {
  return url.hostname.replace(/^\[|\]$/g, "");
}

async function send(
  url: URL,
  { method = "GET", headers = {}, body, allowPrivate = [] }: OutgoingRequest,
  signal: AbortSignal,
  environment: OutgoingEnvironment,
): Promise<IncomingMessage> {
  const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>();
  const options = {
    method,
    lookup: checkedLookup(hostOf(url), allowPrivate, environment),
    signal,
    // A connection of its own: no proxy of the environment, and none that was opened under other rules.
    agent: false,
    headers: { "user-agent": "Latchkey", "accept-encoding": "identity", ...headers },
  } as const;
  const { ca } = environment;
  const outgoing =
    url.protocol === "https:"
      ? httpsRequest(url, { ...options, ...(ca === undefined ? {} : { ca }) }, resolve)
      : httpRequest(url, options, resolve);
  outgoing.on("error", reject);
  // An answer that switches protocols closes the connection without an error.
  outgoing.on("close", () => reject(new Error("the connection was closed without an answer")));
  outgoing.end(body);
  return await promise;
}

/** The connection goes to the very addresses that were checked: a name cannot mean another one a moment later. */
function checkedLookup(
  host: string,
  allowPrivate: readonly string[],
  environment: OutgoingEnvironment,
): LookupFunction {
  return (name, options, callback) => {
    environment.lookup(name).then(
      (found) => {
        const [first] = found;
        if (!first || !found.every(({ address }) => environment.isReachable(allowPrivate, host, address)))
          callback(new OutgoingRefusal("not_allowed", "the name does not lead to public addresses"), "", 0);
        else if (options.all) callback(null, [...found]);
        else callback(null, first.address, first.family);
      },
      (error: NodeJS.ErrnoException) => callback(error, "", 0),
    );
  };
}

/** The same origin again, or nothing: an open redirect there must not send us elsewhere. */
function redirectOf({ statusCode = 0, headers }: IncomingMessage, from: URL): URL | undefined {
  if (![301, 302, 303, 307, 308].includes(statusCode)) return undefined;
  const target = URL.parse(headers.location ?? "", from);
  if (target?.origin !== from.origin) throw new OutgoingRefusal("not_allowed", "redirects to another host");
  return target;
}

async function answerOf(response: IncomingMessage, maxBytes: number): Promise<OutgoingAnswer> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > maxBytes) {
      response.destroy();
      throw new OutgoingRefusal("too_large", `the answer has more than ${maxBytes} bytes`);
    }
    chunks.push(chunk);
  }
  return { status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) };
}

function refusalOf(cause: unknown, limit: AbortSignal): OutgoingRefusal {
  if (cause instanceof OutgoingRefusal) return cause;
  if (limit.aborted) return new OutgoingRefusal("timed_out", "no whole answer in time", cause);
  const message = cause instanceof Error ? cause.message : "the request failed";
  return new OutgoingRefusal("unreachable", message, cause);
}
