/**
 * A relying app to try Latchkey with: `npm run demo` beside a running `npm start`.
 * Options: `--port 4000`, `--issuer` where the instance has another address than this machine's configuration says.
 */
import { createServer } from "node:http";
import { parseArgs } from "node:util";
import { loadConfig, readEnvironment } from "#lib/config/load-config.ts";
import { createApp } from "./app.ts";
import { registerClient } from "./register-client.ts";

const { values } = parseArgs({
  options: { port: { type: "string", default: "4000" }, issuer: { type: "string" } },
});
const port = Number(values.port);
const address = `http://localhost:${port}`;
const issuer = values.issuer ?? loadConfig(readEnvironment()).baseUrl;

try {
  const clientId = await registerClient(`demo-${port}`, address);
  const app = await createApp({ issuer, clientId, address });
  const server = createServer((request, response) => void app(request, response));
  server.once("error", fail);
  server.listen(port, "127.0.0.1", () =>
    console.log(`The demo app is at ${address} and signs in at ${issuer}`),
  );
  for (const signal of ["SIGINT", "SIGTERM"] as const)
    process.once(signal, () => {
      server.close();
      server.closeAllConnections();
    });
} catch (error) {
  fail(error);
}

function fail(error: unknown): void {
  console.error(`The demo could not start: ${explain(error)}`);
  process.exitCode = 1;
}

function explain(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if ("code" in error && error.code === "EADDRINUSE")
    return `port ${port} is in use.\nChoose another: npm run demo -- --port 4001`;
  return `${error.message}\nIs Latchkey running at ${issuer}? Start it with: npm start`;
}
