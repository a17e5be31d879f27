/**
 * The only entry: `npm start`, and with `--dev` `npm run dev`. It loads little itself, so that a built program is one
 * file away: from a thousand modules a start takes three times as long.
 */
import { enableCompileCache } from "node:module";
import { pathToFileURL } from "node:url";
import { bundleFile, compileCacheFolder, isBuilt } from "./build-stamp.ts";

const development = process.argv.includes("--dev");
const built = !development && isBuilt();
// Where it may not write, Node does without.
if (built) enableCompileCache(compileCacheFolder());
const { runProgram } = built
  ? ((await import(pathToFileURL(bundleFile()).href)) as typeof import("./program.ts"))
  : await import("./program.ts");

await runProgram({ development, built });
