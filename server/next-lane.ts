/** Next as the second lane: everything that the fast lane does not list. */
import { IncomingMessage, Server, type ServerResponse } from "node:http";
import { join } from "node:path";
import next from "next";
import type { Config } from "#lib/config/load-config.ts";
import { projectRoot } from "#lib/config/project-root.ts";
import { clientAddressHeader, requestIdHeader, requestTargetHeader } from "#lib/http/internal-headers.ts";
import { answerUndecodableAs400, isServerAction, serverActionRefusal } from "./check-server-action.ts";
import { closedPaths, isClosed } from "./closed-paths.ts";
import type { Exchange } from "./exchange.ts";
import { readRequestBody } from "./read-request-body.ts";
import { refuse } from "./refuse.ts";
import { answerStatic, readStaticFiles, type StaticFiles } from "./static-files.ts";
import { uploadLimit } from "./upload-limits.ts";

export interface NextLane {
  /** `policy` is the page's content policy, from which Next takes the nonce for its own scripts. */
  answer(exchange: Exchange, policy: string): Promise<void>;
  close(): Promise<void>;
}

/** Loads the built app, or with `dev` Next's development server, whose socket for reloading joins `httpServer`. */
export async function openNextLane(
  config: Config,
  options: { readonly dev: boolean; readonly httpServer: Server },
): Promise<NextLane> {
  const app = next({
    dir: projectRoot(),
    dev: options.dev,

    hostname: config.host,
    port: config.port,
    // Next hangs an upgrade listener on the server it is given. The built app upgrades nothing, and such requests
    // must come in by the front door; so in production it gets a server that nobody talks to.
    httpServer: options.dev ? options.httpServer : new Server(),
  });
  await app.prepare();
  const handler = app.getRequestHandler();
  const site = {
    base: new URL(config.baseUrl),
    closed: closedPaths(config),
    files: options.dev ? new Map() : readStaticFiles(join(projectRoot(), ".next/static")),
  };
  return {
    answer: (exchange, policy) => answer(exchange, policy, site, handler),
    close: () => app.close(),
  };
}

type NextHandler = (req: IncomingMessage, res: ServerResponse) => Promise<void>;

interface Site {
  readonly base: URL;
  readonly closed: ReadonlySet<string>;
  readonly files: StaticFiles;
}

async function answer(exchange: Exchange, policy: string, site: Site, handler: NextHandler): Promise<void> {
  const { req, res, method, path, search, requestId } = exchange;
  if (answerStatic(exchange, site.files)) return;
  let request = req;
  if (method !== "GET" && method !== "HEAD") {
    const body = await readRequestBody(req, uploadLimit(path));
    if (body === "aborted") return;
    if (body === "too_large") return refuse(res, path, requestId, { code: "PAYLOAD_TOO_LARGE" });
    const call = { method, path, headers: req.headers };
    const refusal = await serverActionRefusal(call, body, site.base.origin);
    if (refusal) return refuse(res, path, requestId, refusal);
    if (isServerAction(call)) answerUndecodableAs400(res);
    request = replay(req, body);
  }
  // Next's own error pages lie below such names and would be served with the statuses that they stand for.
  const hidden = path.startsWith("/_") && !path.startsWith("/_next/");
  request.url = hidden || isClosed(site.closed, path) ? "/_not-found" : path + search;
  prepareHeaders(request, exchange, policy, site.base);
  await handler(request, res);
}

/** The same request with its body in memory: Next must not wait for a slow sender, nor take more than the limit. */
function replay(req: IncomingMessage, body: Buffer): IncomingMessage {
  const copy = new IncomingMessage(req.socket);
  copy.method = req.method;
  copy.httpVersion = req.httpVersion;
  copy.httpVersionMajor = req.httpVersionMajor;
  copy.httpVersionMinor = req.httpVersionMinor;
  copy.rawHeaders = req.rawHeaders;
  copy.headers = req.headers;
  copy.complete = true;
  if (body.length > 0) copy.push(body);
  copy.push(null);
  return copy;
}

/** Headers that Next would believe come from the configuration, and what the server found out goes in. */
function prepareHeaders(req: IncomingMessage, exchange: Exchange, policy: string, base: URL): void {
  const { headers } = req;
  for (const name of Object.keys(headers)) {
    if (name.startsWith("x-forwarded-") || name.startsWith("x-middleware-") || name === "forwarded")
      delete headers[name];
  }
  headers.host = base.host;
  headers["x-forwarded-host"] = base.host;
  headers["x-forwarded-proto"] = base.protocol.slice(0, -1);
  headers["x-forwarded-for"] = exchange.address;
  headers["content-security-policy"] = policy;
  headers[requestIdHeader] = exchange.requestId;
  headers[clientAddressHeader] = exchange.address;
  headers[requestTargetHeader] = exchange.path + exchange.search;
}
