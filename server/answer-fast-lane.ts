/** Calls a route module's handler directly: IncomingMessage → Request, Response → ServerResponse. */
import type { IncomingHttpHeaders, ServerResponse } from "node:http";
import { pipeline } from "node:stream/promises";
import { clientAddressHeader, requestIdHeader } from "#lib/http/internal-headers.ts";
import { isStreamed } from "#lib/http/streamed-response.ts";
import type { Exchange } from "./exchange.ts";
import { readRequestBody, streamRequestBody } from "./read-request-body.ts";
import { refuse } from "./refuse.ts";
import { uploadLimit } from "./upload-limits.ts";

export type RouteHandler = (request: Request) => Promise<Response> | Response;

/** `"METHOD /path"` → the handler that the route module at that path exports under that method. */
export type FastLane = Readonly<Record<string, RouteHandler>>;

type Methods = ReadonlyMap<string, RouteHandler>;

export interface FastLaneRoutes {
  /** Path → method → handler, for one lookup a request; a `[name]` stands for any one segment, as in `app/`. */
  readonly byPath: ReadonlyMap<string, Methods>;
  /** The paths that have a `[name]`, tried in turn where the look-up finds nothing. */
  readonly templates: readonly { readonly pattern: RegExp; readonly methods: Methods }[];
}

/** `closed` are paths that this instance keeps shut (closed-paths.ts). */
export function indexFastLane(lane: FastLane, closed: ReadonlySet<string> = new Set()): FastLaneRoutes {
  const byPath = new Map<string, Map<string, RouteHandler>>();
  for (const [name, handler] of Object.entries(lane)) {
    const [method = "", path = ""] = name.split(" ");
    if (closed.has(path)) continue;
    const methods = byPath.get(path) ?? new Map<string, RouteHandler>();
    methods.set(method, handler);
    byPath.set(path, methods);
  }
  const templates = [...byPath]
    .filter(([path]) => path.includes("["))
    .map(([path, methods]) => ({ pattern: templatePattern(path), methods }));
  return { byPath, templates };
}

function templatePattern(path: string): RegExp {
  const segments = path
    .split("/")
    .map((segment) => (segment.startsWith("[") ? "[^/]+" : RegExp.escape(segment)));
  return new RegExp(`^${segments.join("/")}$`);
}

/** The handlers of the endpoint at `path`, or undefined when Next has to answer. */
export function findFastRoute(routes: FastLaneRoutes, path: string): Methods | undefined {
  return routes.byPath.get(path) ?? routes.templates.find(({ pattern }) => pattern.test(path))?.methods;
}

/** Answers `exchange` with the handler for its method; HEAD is GET without the body, as in Next. */
export async function answerFastLane(exchange: Exchange, methods: Methods, baseUrl: string): Promise<void> {
  const { req, res, method, path, requestId } = exchange;
  const handler = methods.get(method) ?? (method === "HEAD" ? methods.get("GET") : undefined);
  if (!handler) {
    const allow = allowedMethods(methods);
    if (method !== "OPTIONS") return refuse(res, path, requestId, { code: "METHOD_NOT_ALLOWED", allow });
    res.writeHead(204, { Allow: allow }).end();
    return;
  }
  if (method !== "GET" && method !== "HEAD" && uploadLimit(path) !== undefined)
    return await answerUpload(exchange, handler, baseUrl);
  let body: Buffer | undefined;
  if (method !== "GET" && method !== "HEAD") {
    const read = await readRequestBody(req);
    if (read === "aborted") return;
    if (read === "too_large") return refuse(res, path, requestId, { code: "PAYLOAD_TOO_LARGE" });
    body = read;
  }
  await writeResponse(exchange, await handler(toRequest(exchange, baseUrl, body)));
}

/** The handler refuses whom it does not know before it reads anything; what it leaves is drained. */
async function answerUpload(exchange: Exchange, handler: RouteHandler, baseUrl: string): Promise<void> {
  const request = toRequest(exchange, baseUrl, streamRequestBody(exchange.req));
  await writeResponse(exchange, await handler(request));
  exchange.req.resume();
}

function toRequest(
  exchange: Exchange,
  baseUrl: string,
  body: Buffer | ReadableStream<Uint8Array<ArrayBuffer>> | undefined,
): Request {
  const { req, method, path, search, requestId, address } = exchange;
  const headers = plainHeaders(req.headers);
  headers[requestIdHeader] = requestId;
  headers[clientAddressHeader] = address;
  return new Request(baseUrl + path + search, {
    method,
    headers,
    ...bodyOf(body),
  });
}

function bodyOf(body: Buffer | ReadableStream<Uint8Array<ArrayBuffer>> | undefined) {
  if (body instanceof ReadableStream) return { body, duplex: "half" as const };
  // Undici takes no body at all for an empty one, as with fetch.
  return { body: body === undefined || body.length === 0 ? null : new Uint8Array(body) };
}

function plainHeaders(headers: IncomingHttpHeaders): Record<string, string> {
  const plain: Record<string, string> = {};
  for (const name in headers) {
    const value = headers[name];
    if (value !== undefined) plain[name] = typeof value === "string" ? value : value.join(", ");
  }
  return plain;
}

async function writeResponse({ res, method }: Exchange, response: Response): Promise<void> {
  if (isStreamed(response)) return await writeStream(res, response, method);
  const bytes = response.body === null ? undefined : Buffer.from(await response.arrayBuffer());
  res.statusCode = response.status;
  for (const [name, value] of response.headers) {
    if (name !== "set-cookie") res.setHeader(name, value);
  }
  const cookies = response.headers.getSetCookie();
  if (cookies.length > 0) res.setHeader("Set-Cookie", cookies);
  if (response.status !== 204 && response.status !== 304) res.setHeader("Content-Length", bytes?.length ?? 0);
  res.end(method === "HEAD" ? undefined : bytes);
}

/** A failure on the way can no longer be told: the connection ends without the last piece, which the client sees. */
async function writeStream(res: ServerResponse, response: Response, method: string): Promise<void> {
  const { body } = response;
  res.writeHead(response.status, Object.fromEntries(response.headers));
  if (body === null || method === "HEAD") {
    await body?.cancel();
    res.end();
    return;
  }
  try {
    await pipeline(body, res);
  } catch (error) {
    // The reader went away.
    if ((error as NodeJS.ErrnoException).code !== "ERR_STREAM_PREMATURE_CLOSE") throw error;
  }
}

function allowedMethods(methods: Methods): string {
  const allowed = new Set([...methods.keys(), "OPTIONS"]);
  if (allowed.has("GET")) allowed.add("HEAD");
  return [...allowed].sort().join(", ");
}
