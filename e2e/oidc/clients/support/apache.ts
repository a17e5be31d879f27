/** An Apache of the test's own, in whose configuration mod_auth_openidc guards everything. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inject } from "vitest";
import { modules, program } from "./is-apache-installed.ts";

export interface Apache {
  close(): Promise<void>;
}

export interface ApacheOptions {
  readonly port: number;
  /** Lines for the virtual host, such as `OIDCClientID …`. */
  readonly directives: readonly string[];
}

const loaded = [
  "mpm_event",
  "authn_core",
  "authz_core",
  "authz_user",
  "dir",
  "headers",
  "ssl",
  "auth_openidc",
];
const startTimeoutMs = 20_000;

/** Serves one page, `/`, which names the person in the header `X-Person`. */
export async function startApache({ port, directives }: ApacheOptions): Promise<Apache> {
  const root = mkdtempSync(join(tmpdir(), "latchkey-apache-"));
  chmodSync(root, 0o755);
  const { cert, key, authority } = inject("certificate");
  const file = (name: string, content: string) => {
    writeFileSync(join(root, name), content);
    return join(root, name);
  };
  mkdirSync(join(root, "pages"));
  file("pages/index.html", "let in");
  const log = join(root, "error.log");
  const configuration = [
    `ServerRoot ${root}`,
    `PidFile ${root}/apache.pid`,
    `ErrorLog ${log}`,
    ...loaded.map((name) => `LoadModule ${name}_module ${modules}/mod_${name}.so`),
    // Only root may, and must, become somebody else.
    ...(process.getuid?.() === 0 ? ["User #65534", "Group #65534"] : []),
    "Mutex pthread",
    `Listen 127.0.0.1:${port}`,
    "ServerName localhost",
    "ServerLimit 1",
    "StartServers 1",
    `DocumentRoot ${root}/pages`,
    "DirectoryIndex index.html",
    "SSLEngine on",
    `SSLCertificateFile ${file("cert.pem", cert)}`,
    `SSLCertificateKeyFile ${file("key.pem", key)}`,
    `OIDCCABundlePath ${file("authority.pem", authority)}`,
    ...directives,
    "<Location />",
    "AuthType openid-connect",
    "Require valid-user",
    'Header set X-Person "expr=%{REMOTE_USER}"',
    "</Location>",
    "",
  ].join("\n");
  const child = spawn(program, ["-X", "-f", file("apache.conf", configuration)], { stdio: "pipe" });
  let output = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (chunk: Buffer) => {
      output += chunk.toString();
    });
  const deadline = Date.now() + startTimeoutMs;
  while (!(await answers(port))) {
    if (child.exitCode !== null || Date.now() > deadline)
      throw new Error(`Apache did not start: ${output}${existsSync(log) ? readFileSync(log, "utf8") : ""}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return {
    close: async () => {
      const ended = once(child, "exit");
      child.kill("SIGTERM");
      await ended;
      rmSync(root, { recursive: true });
    },
  };
}

async function answers(port: number): Promise<boolean> {
  try {
    await fetch(`https://localhost:${port}/`, { redirect: "manual" });
    return true;
  } catch {
    return false;
  }
}
