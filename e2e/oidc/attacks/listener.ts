/** An address on this machine that nobody should call, and what was heard there all the same. */
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { createServer } from "node:net";

export interface Listener {
  readonly port: number;
  /** One for every connection that was opened, whatever was said over it. */
  readonly connections: () => number;
  close(): Promise<void>;
}

export async function listenForNothing(): Promise<Listener> {
  let connections = 0;
  const server = createServer((socket) => {
    connections += 1;
    socket.on("error", () => {});
    socket.destroy();
  });
  // Every address of this machine: whatever spelling of it was tried.
  server.listen(0);
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return {
    port,
    connections: () => connections,
    close: async () => {
      server.close();
      await once(server, "close");
    },
  };
}
