/** Opens the port, or tells the operator why that does not work. */
import type { Server } from "node:http";
import type { Config } from "#lib/config/load-config.ts";
import { StartupError } from "#lib/errors/startup-error.ts";

/** @throws StartupError when the port is taken, not allowed, or the address is not this machine's. */
export async function listen(server: Server, config: Config): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  server.once("error", reject);
  server.listen({ port: config.port, host: config.host }, resolve);
  try {
    await promise;
  } catch (cause) {
    throw listenProblem(config, cause as NodeJS.ErrnoException);
  }
  server.removeListener("error", reject);
}

function listenProblem(config: Config, cause: NodeJS.ErrnoException): StartupError {
  switch (cause.code) {
    case "EADDRINUSE":
      return new StartupError(
        `Port ${config.port} on ${config.host} is already in use.`,
        ["Stop the other program, or choose another port with PORT (and BASE_URL, where it names one)."],
        { cause },
      );
    case "EACCES":
      return new StartupError(
        `This user may not open port ${config.port}.`,
        ["Choose a port above 1023 with PORT, and put a proxy in front of it."],
        { cause },
      );
    default:
      return new StartupError(
        `The address ${config.host} cannot be listened on: ${cause.message}`,
        ["HOST must be an address of this machine, such as 127.0.0.1, or 0.0.0.0 for all of them."],
        { cause },
      );
  }
}
