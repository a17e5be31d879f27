/** Serves a relying app on https, with the certificate of the run. */
import { once } from "node:events";
import type { RequestListener } from "node:http";
import { createServer } from "node:https";
import type { AddressInfo } from "node:net";
import { inject } from "vitest";

export interface AppServer {
  /** `https://localhost:PORT` */
  readonly origin: string;
  /** Apps know their own address before they know what to do with a request. */
  handle(listener: RequestListener): void;
  close(): Promise<void>;
}

export async function startAppServer(): Promise<AppServer> {
  const { cert, key } = inject("certificate");
  const server = createServer({ cert, key });
  server.listen(0, "localhost");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return {
    origin: `https://localhost:${port}`,
    handle: (listener) => void server.on("request", listener),
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}
