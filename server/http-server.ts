/** The listening socket: identifies, guards and logs every request, then hands it to a lane. */
import { randomBytes } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { Duplex } from "node:stream";
import type { Config } from "#lib/config/load-config.ts";
import { logRequest } from "#lib/log/log-request.ts";
import type { Logger } from "#lib/log/logger.ts";
import { allowFrames } from "./allow-frames.ts";
import { answerFastLane, type FastLaneRoutes, findFastRoute } from "./answer-fast-lane.ts";
import { answerApiCors } from "./api-cors.ts";
import { clientAddress, peerAddress, type TrustedProxies, trustedProxies } from "./client-address.ts";
import type { Exchange } from "./exchange.ts";
import { listen } from "./listen.ts";
import type { NextLane } from "./next-lane.ts";
import { noteArrival } from "./note-arrival.ts";
import { refuse } from "./refuse.ts";
import { endSocket, refuseUnreadable } from "./refuse-unreadable.ts";
import { requestIdOf } from "./request-id.ts";
import { knownMethods, type RefusedTarget, readTarget } from "./request-target.ts";
import { constantHeaders, dataPolicy, formsOf, openerPolicy, pagePolicy } from "./security-headers.ts";

export interface Lanes {
  readonly fast: FastLaneRoutes;
  readonly next: NextLane;
}

export interface HttpServer {
  readonly server: Server;
  /** Until this is called every request is told that the server is starting. */
  open(lanes: Lanes): void;
  /** Stops accepting, lets requests under way finish for `graceMs`, then cuts the rest off. */
  stop(graceMs: number): Promise<void>;
}

interface State {
  readonly config: Config;
  readonly log: Logger<"security">;
  readonly development: boolean;
  readonly proxies: TrustedProxies;
  readonly headers: readonly (readonly [string, string])[];
  readonly underWay: Set<ServerResponse>;
  readonly upgraded: Set<Duplex>;
  lanes: Lanes | undefined;
  stopping: boolean;
}

/** Opens the port. @throws StartupError when it is taken, not allowed, or the address is not this machine's. */
export async function openHttpServer(
  config: Config,
  log: Logger<"security">,
  development: boolean,
): Promise<HttpServer> {
  const state: State = {
    config,
    log,
    development,
    proxies: trustedProxies(config.trustedProxies),
    headers: constantHeaders(config),
    underWay: new Set(),
    upgraded: new Set(),
    lanes: undefined,
    stopping: false,
  };
  const server = createServer({
    // A sender gets 15 s for its headers and 30 s for all of it; an idle connection outlives a proxy's own minute.
    headersTimeout: 15_000,
    requestTimeout: 30_000,
    keepAliveTimeout: 65_000,
    connectionsCheckingInterval: 5_000,
    maxHeaderSize: 16_384,
    // A missing Host is refused here, with headers and a log line of ours.
    requireHostHeader: false,
  });
  server.on("request", (req, res) => void answer(state, req, res));
  // An expectation other than 100-continue may be ignored (RFC 9110 section 10.1.1).
  server.on("checkExpectation", (req, res) => void answer(state, req, res));
  server.on("connect", (_, socket) => endSocket(socket, "405 Method Not Allowed"));
  server.on("clientError", refuseUnreadable);
  // Next's reloading socket, which `close` would wait for as long as a tab is open. Only development upgrades: with a
  // listener here, Node would no longer treat a client's wish for an upgrade as the ordinary request that it is.
  if (development) server.on("upgrade", (_, socket) => state.upgraded.add(socket));
  await listen(server, config);
  return {
    server,
    open: (lanes) => {
      state.lanes = lanes;
    },
    stop: (graceMs) => stop(server, state, graceMs),
  };
}

async function answer(state: State, req: IncomingMessage, res: ServerResponse): Promise<void> {
  const method = req.method ?? "";
  const target = readTarget(method, req.url ?? "");
  const path = "path" in target ? target.path : "";
  const peer = peerAddress(req.socket.remoteAddress);
  const requestId = requestIdOf(req.headers["x-request-id"], state.proxies.includes(peer));
  const address = clientAddress(state.proxies, peer, req.headers["x-forwarded-for"]?.toString());
  const startedAt = performance.now();
  state.underWay.add(res);
  res.once("close", () => {
    state.underWay.delete(res);
    logRequest(state.log, {
      requestId,
      method,
      route: path,
      status: res.statusCode,
      durationMs: performance.now() - startedAt,
      ip: address,
      complete: res.writableFinished,
    });
  });
  setConstantHeaders(state, res, requestId);
  removeInternalHeaders(req);
  noteArrival(req, path, { peer, peerTrusted: state.proxies.includes(peer) });
  try {
    const refusal = "path" in target ? hostRefusal(req) : target;
    if (refusal) {
      const allow = refusal.code === "METHOD_NOT_ALLOWED" ? { allow: knownMethods.join(", ") } : {};
      // Also an address that means nothing says in whose format the refusal is told.
      await refuse(res, path || (req.url ?? ""), requestId, { ...refusal, ...allow });
      return;
    }
    await dispatch(state, {
      req,
      res,
      method,
      path,
      search: "search" in target ? target.search : "",
      requestId,
      address,
    });
  } catch (error) {
    state.log.error({ err: error, requestId }, "unexpected error");
    await refuse(res, path, requestId, { code: "INTERNAL_ERROR" });
  }
}

async function dispatch(state: State, exchange: Exchange): Promise<void> {
  const { res, path, search, requestId } = exchange;
  const { lanes, config } = state;
  res.setHeader("Cross-Origin-Opener-Policy", openerPolicy(path, search));
  if (!lanes) return refuse(res, path, requestId, startingRefusal);
  if (answerApiCors(exchange, config)) return;
  const methods = findFastRoute(lanes.fast, path);
  if (methods) return answerFastLane(exchange, methods, config.baseUrl);
  const page = {
    nonce: randomBytes(16).toString("base64"),
    development: state.development,
    forms: formsOf(path),
  };
  const policy = pagePolicy(page);
  res.setHeader("Content-Security-Policy", policy);
  if (path.startsWith("/oauth/")) allowFrames(res, page);
  await lanes.next.answer(exchange, policy);
}

const startingRefusal = {
  code: "SERVICE_UNAVAILABLE",
  message: "The server is starting. Try again in a moment.",
  retryAfterSeconds: 2,
} as const;

/** Takes away what only the server may say (lib/http/internal-headers.ts). */
function removeInternalHeaders(req: IncomingMessage): void {
  for (const name of Object.keys(req.headers)) {
    if (name.startsWith("x-latchkey-")) delete req.headers[name];
  }
}

function setConstantHeaders(state: State, res: ServerResponse, requestId: string): void {
  res.setHeader("X-Request-Id", requestId);
  for (const [name, value] of state.headers) res.setHeader(name, value);
  res.setHeader("Cross-Origin-Opener-Policy", "same-origin");
  res.setHeader("Content-Security-Policy", dataPolicy);
  if (state.stopping) res.shouldKeepAlive = false;
}

/** Required since HTTP/1.1 (RFC 9112 section 3.2). Its value is checked for shape only and then forgotten. */
function hostRefusal(req: IncomingMessage): RefusedTarget | undefined {
  const { host } = req.headers;
  if (host === undefined ? req.httpVersion === "1.0" : /^[A-Za-z0-9._~%[\]:-]{0,255}$/.test(host))
    return undefined;
  return { code: "INVALID_REQUEST", message: "The Host header is malformed." };
}

async function stop(server: Server, state: State, graceMs: number): Promise<void> {
  state.stopping = true;
  // Told to close its connection with the answer, no client sends a next request into a closing one.
  for (const res of state.underWay) res.shouldKeepAlive = false;
  for (const socket of state.upgraded) socket.destroy();
  const { promise, resolve } = Promise.withResolvers<void>();
  server.close(() => resolve());
  const timer = setTimeout(() => server.closeAllConnections(), graceMs);
  // Connections whose last answer has left between two looks are idle now and would wait for their timeout.
  const sweep = setInterval(() => server.closeIdleConnections(), 100);
  await promise;
  clearTimeout(timer);
  clearInterval(sweep);
}
