/** `npm run build`: builds the interface now, so that the next start need not. */
import { StartupError } from "#lib/errors/startup-error.ts";
import { buildApp } from "./build-app.ts";
import { formatStartupError } from "./startup-screen.ts";

try {
  const onWait = () => process.stdout.write("Another build is running here: waiting for that.\n");
  await buildApp({ show: true, onWait });
} catch (error) {
  if (!(error instanceof StartupError)) throw error;
  process.stderr.write(formatStartupError(error));
  process.exitCode = 1;
}
