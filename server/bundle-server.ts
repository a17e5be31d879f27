/** Puts the server's sources and the libraries of many small files into one file, which loads in a tenth of the time. */
import { join } from "node:path";
import { projectRoot } from "#lib/config/project-root.ts";
import { StartupError } from "#lib/errors/startup-error.ts";
import { bundleFile } from "./build-stamp.ts";

/** Libraries that are taken in. Every other stays where npm put it, so that none is bundled that cannot bear it. */
const takenIn = ["drizzle-orm", "jose", "postgres", "rate-limiter-flexible", "uuidv7", "zod"];

/**
 * Writes the bundle of `program.ts`. Names are kept and nothing is shortened, so that a stack trace can be read; with
 * NODE_OPTIONS=--enable-source-maps it names the sources.
 * @throws StartupError when the sources do not hang together
 */
export async function bundleServer(): Promise<void> {
  // Only a build needs it.
  const { build } = await import("esbuild");
  try {
    await build({
      entryPoints: [join(projectRoot(), "server/program.ts")],
      outfile: bundleFile(),
      bundle: true,
      platform: "node",
      format: "esm",
      target: "node22",
      sourcemap: "linked",
      sourcesContent: false,
      logLevel: "silent",
      legalComments: "none",
      // Libraries that are CommonJS ask for Node's own modules in this way.
      banner: {
        js: 'import { createRequire as requireFor } from "node:module"; const require = requireFor(import.meta.url);',
      },
      plugins: [
        {
          name: "packages",
          setup: ({ onResolve }) =>
            onResolve({ filter: /^[^.#/]/ }, ({ path, kind }) => {
              const taken = takenIn.some((name) => path === name || path.startsWith(`${name}/`));
              return taken || kind === "entry-point" ? undefined : { path, external: true };
            }),
        },
      ],
    });
  } catch (cause) {
    throw new StartupError("The server could not be bundled.", [(cause as Error).message], { cause });
  }
}
