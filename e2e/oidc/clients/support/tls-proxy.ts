/** A reverse proxy with TLS, as stands in front of a deployed server: https outside, X-Forwarded-* inside. */
import { once } from "node:events";
import { request as forward, type IncomingMessage, type ServerResponse } from "node:http";
import { createServer } from "node:https";
import type { AddressInfo } from "node:net";
import type { ServerCertificate } from "#lib/testing/smtp-server.ts";

export interface TlsProxy {
  /** `https://localhost:PORT` */
  readonly address: string;
  /** The port behind, once it is known. */
  leadTo(port: number): void;
  close(): Promise<void>;
}

export async function startTlsProxy({ cert, key }: ServerCertificate): Promise<TlsProxy> {
  let behind = 0;
  const server = createServer({ cert, key }, (request, response) => pass(request, response, behind));
  server.listen(0, "localhost");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return {
    address: `https://localhost:${port}`,
    leadTo: (next) => {
      behind = next;
    },
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

function pass(request: IncomingMessage, response: ServerResponse, port: number): void {
  const headers = {
    ...request.headers,
    "x-forwarded-for": request.socket.remoteAddress ?? "",
    "x-forwarded-proto": "https",
    "x-forwarded-host": request.headers.host ?? "",
  };
  const options = { host: "127.0.0.1", port, method: request.method, path: request.url, headers };
  const inner = forward(options, (answer) => {
    response.writeHead(answer.statusCode ?? 502, answer.rawHeaders);
    answer.pipe(response);
  });
  inner.on("error", () => response.writeHead(502).end());
  request.pipe(inner);
}
