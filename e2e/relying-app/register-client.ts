/** Registers the demo with the running instance, the way an operator would: through the command line. */
import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";

const root = join(import.meta.dirname, "../..");

/**
 * The client id. A public client with PKCE has no secret to keep, so the registration of an earlier start serves again.
 * @throws Error with what the command line said
 */
export async function registerClient(id: string, address: string): Promise<string> {
  const command = [
    "lib/cli/main.ts",
    ...["client", "add", "--json", "--id", id, "--name", "Demo app", "--auth-method", "none"],
    ...["--redirect-uri", `${address}/callback`],
    ...["--post-logout-redirect-uri", `${address}/signed-out`],
  ];
  try {
    const { stdout } = await promisify(execFile)(process.execPath, command, { cwd: root });
    return (JSON.parse(stdout) as { clientId: string }).clientId;
  } catch (error) {
    const said = outputOf(error);
    if (/CONFLICT|exists already/.test(said)) return id;
    throw new Error(said || String(error), { cause: error });
  }
}

function outputOf(error: unknown): string {
  if (typeof error !== "object" || error === null) return "";
  return ["stderr", "stdout"]
    .map((name) => String((error as Record<string, unknown>)[name] ?? ""))
    .join("")
    .trim();
}
