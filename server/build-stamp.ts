/** Tells whether `.next` was built from the sources that are here now, by a hash over them. */
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { projectRoot } from "#lib/config/project-root.ts";

const stampFile = () => join(projectRoot(), ".next/latchkey-sources");

/** The server in one file. */
export const bundleFile = () => join(projectRoot(), ".next/latchkey-server.mjs");

/** In the only folder there that a build leaves alone. */
export const buildLockFile = () => join(projectRoot(), ".next/cache/latchkey-build.lock");

/** Where Node keeps what it compiled. A build begins by emptying the folder around it. */
export const compileCacheFolder = () => join(projectRoot(), ".next/latchkey-compiled");

/** What the build reads. Contents count, not times: a fresh clone or copy has new times and the same sources. */
const folders = ["app", "components", "drizzle/schema", "lib", "server"];
const files = [
  "next.config.ts",
  "package-lock.json",
  "postcss.config.mjs",
  "public/tokens.css",
  "tsconfig.json",
];

export function hashSources(): string {
  const root = projectRoot();
  const hash = createHash("sha256");
  const inFolders = folders.flatMap((folder) => filesBelow(root, folder));
  for (const file of [...inFolders, ...files].sort()) {
    const bytes = readFileSync(join(root, file));
    hash.update(`${file}\0${bytes.length}\0`).update(bytes);
  }
  return hash.digest("hex");
}

function filesBelow(root: string, folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.(test|bench)\.tsx?$/.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)));
}

/** True where the last finished build is of exactly these sources. */
export function isBuilt(): boolean {
  try {
    return readFileSync(stampFile(), "utf8") === hashSources();
  } catch {
    return false;
  }
}

/** To be called with the hash taken before the build: a source edited meanwhile makes it stale. */
export function writeStamp(hash: string): void {
  writeFileSync(stampFile(), hash);
}
