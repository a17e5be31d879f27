/** A relying app for tests: a server on loopback that takes logout tokens and answers as it is told. */
import { once } from "node:events";
import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { decodeJwt, decodeProtectedHeader, type JWTPayload, type ProtectedHeaderParameters } from "jose";

export interface ReceivedLogout {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly form: URLSearchParams;
  readonly token: string;
  readonly header: ProtectedHeaderParameters;
  readonly claims: JWTPayload;
}

export interface TestRelyingApp {
  readonly origin: string;
  readonly received: ReceivedLogout[];
  /** The status of the next answers; "hang" never answers, "drop" closes the connection. */
  answer: number | "hang" | "drop";
  /** Sent with the answers. */
  headers: Record<string, string>;
  close(): Promise<void>;
}

export async function startRelyingApp(): Promise<TestRelyingApp> {
  const received: ReceivedLogout[] = [];
  const server = createServer(async (req, res) => {
    const chunks: Buffer[] = [];
    for await (const chunk of req) chunks.push(chunk as Buffer);
    const form = new URLSearchParams(Buffer.concat(chunks).toString("utf8"));
    const token = form.get("logout_token");
    if (token !== null)
      received.push({
        method: req.method ?? "",
        path: req.url ?? "",
        headers: req.headers,
        form,
        token,
        header: decodeProtectedHeader(token),
        claims: decodeJwt(token),
      });
    if (app.answer === "hang") return;
    if (app.answer === "drop") return void res.destroy();
    res.writeHead(app.answer, app.headers).end();
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const app: TestRelyingApp = {
    origin: `http://127.0.0.1:${port}`,
    received,
    answer: 200,
    headers: {},
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
  return app;
}
