/** Where the program lies: its sources, its build and its migrations are below this folder. */
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";

/** The same for a source file and for the bundle that it was taken into: the nearest folder with a lockfile. */
export function projectRoot(): string {
  for (let folder = import.meta.dirname; ; folder = dirname(folder)) {
    if (existsSync(join(folder, "package-lock.json"))) return folder;
    if (folder === dirname(folder)) throw new Error("the program does not lie in its own folder");
  }
}
