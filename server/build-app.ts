/** Runs Next's build, bundles the server, and stamps both with the sources that they were made of. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createRequire } from "node:module";
import { join } from "node:path";
import { inheritEnvironment } from "#lib/config/process-mode.ts";
import { projectRoot } from "#lib/config/project-root.ts";
import { StartupError } from "#lib/errors/startup-error.ts";
import { withBuildLock } from "./build-lock.ts";
import { buildLockFile, hashSources, isBuilt, writeStamp } from "./build-stamp.ts";
import { bundleServer } from "./bundle-server.ts";
import { compressStatic } from "./compress-static.ts";

export interface BuildOptions {
  /** Output goes to the terminal at once; otherwise only when the build failed. */
  readonly show: boolean;
  readonly signal?: AbortSignal;
  /** Called when another process is building here, which is waited for. */
  readonly onWait?: () => void;
}

/**
 * Builds the app and the server into `.next`, unless another process has just built the same.
 * @throws StartupError when the build fails.
 */
export async function buildApp(options: BuildOptions): Promise<void> {
  const { signal, onWait } = options;
  await withBuildLock({ file: buildLockFile(), signal, onWait }, async (waited) => {
    if (!waited || !isBuilt()) await build(options);
  });
}

async function build(options: BuildOptions): Promise<void> {
  const hash = hashSources();
  const next = createRequire(import.meta.url).resolve("next/dist/bin/next");
  const child = spawn(process.execPath, [next, "build"], {
    cwd: projectRoot(),
    env: inheritEnvironment({ NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" }),
    stdio: options.show ? "inherit" : ["ignore", "pipe", "pipe"],
    ...(options.signal ? { signal: options.signal } : {}),
  });
  const output: string[] = [];
  child.stdout?.on("data", (chunk: Buffer) => output.push(chunk.toString()));
  child.stderr?.on("data", (chunk: Buffer) => output.push(chunk.toString()));
  const [code] = (await once(child, "close")) as [number | null];
  if (code !== 0) throw new StartupError("The interface could not be built.", lastLines(output.join("")));
  await compressStatic(join(projectRoot(), ".next/static"));
  await bundleServer();
  writeStamp(hash);
}

function lastLines(output: string): string[] {
  return output.trimEnd().split("\n").slice(-30);
}
