/** The web server of a relying app: files that the provider fetches, over TLS with a certificate that it trusts. */
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:https";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { makeServerCertificate } from "#lib/testing/smtp-server.ts";

export interface AppFiles {
  readonly origin: string;
  /** What a server of ours must be started with to trust and reach this one. */
  readonly variables: Record<string, string>;
  /** By path, text as it is and all else as JSON; a path that is not there is a 404. */
  readonly files: Map<string, unknown>;
  /** Paths in the order in which they were asked for. */
  readonly asked: string[];
  close(): Promise<void>;
}

export async function startAppFiles(): Promise<AppFiles> {
  const certificate = makeServerCertificate();
  const folder = mkdtempSync(join(tmpdir(), "latchkey-app-"));
  const authorityFile = join(folder, "authority.pem");
  writeFileSync(authorityFile, certificate.authority);
  const files = new Map<string, unknown>();
  const asked: string[] = [];
  const server = createServer({ cert: certificate.cert, key: certificate.key }, (request, response) => {
    const path = request.url ?? "";
    asked.push(path);
    const content = files.get(path);
    const isText = typeof content === "string";
    const type = isText ? "application/jwt" : "application/json";
    response.writeHead(content === undefined ? 404 : 200, { "content-type": type });
    response.end(isText ? content : JSON.stringify(content));
  });
  server.listen(0, "localhost");
  await once(server, "listening");
  return {
    origin: `https://localhost:${(server.address() as AddressInfo).port}`,
    variables: { NODE_EXTRA_CA_CERTS: authorityFile, ALLOW_PRIVATE_NETWORK: "localhost" },
    files,
    asked,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
      rmSync(folder, { recursive: true });
    },
  };
}
