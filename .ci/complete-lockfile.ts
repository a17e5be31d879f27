/**
 * `npm run lockfile`, after an install that changed package-lock.json: adds the optional packages of other platforms
 * that the registry in use did not offer. npm leaves those out, and `npm ci` then refuses the lockfile as incomplete.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

interface LockedPackage {
  readonly version?: string;
  readonly resolved?: string;
  readonly optional?: boolean;
  readonly dev?: boolean;
  readonly devOptional?: boolean;
  readonly os?: readonly string[];
  readonly cpu?: readonly string[];
  readonly libc?: readonly string[];
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

interface Lockfile {
  packages: Record<string, LockedPackage>;
}

const operatingSystems = [
  "aix",
  "android",
  "darwin",
  "freebsd",
  "linux",
  "netbsd",
  "openbsd",
  "sunos",
  "win32",
];
const processors = [
  "arm",
  "arm64",
  "ia32",
  "loong64",
  "mips64el",
  "ppc64",
  "riscv64",
  "s390x",
  "wasm32",
  "x64",
];
const libraries: Readonly<Record<string, readonly string[]>> = { musl: ["musl"], gnu: ["glibc"] };

/** Where Node would look for `name` from the package at `from`, nearest first. */
function resolveIn(packages: Lockfile["packages"], from: string, name: string): string | undefined {
  for (let base = from; ; base = base.slice(0, Math.max(0, base.lastIndexOf("/node_modules/")))) {
    const candidate = `${base === "" ? "" : `${base}/`}node_modules/${name}`;
    if (candidate in packages) return candidate;
    if (!base.includes("/node_modules/")) return base === "" ? undefined : resolveIn(packages, "", name);
  }
}

/** The platform that such packages carry in their names, as in `@next/swc-linux-x64-musl`. */
function platformOf(name: string): Pick<LockedPackage, "os" | "cpu" | "libc"> {
  const words = name.split(/[-/]/);
  const os = words.filter((word) => operatingSystems.includes(word));
  const cpu = words.filter((word) => processors.includes(word));
  const libc = words.flatMap((word) => libraries[word] ?? []);
  return {
    ...(os.length > 0 ? { os } : {}),
    ...(cpu.length > 0 ? { cpu } : {}),
    ...(libc.length > 0 ? { libc } : {}),
  };
}

function complete(lockfile: Lockfile): string[] {
  const { packages } = lockfile;
  const added: string[] = [];
  for (const [from, parent] of Object.entries(packages)) {
    for (const [name, range] of Object.entries(parent.optionalDependencies ?? {})) {
      if (resolveIn(packages, from, name) !== undefined) continue;
      if (!/^\d+\.\d+\.\d+[\w.+-]*$/.test(range))
        throw new Error(`${name} is wanted as ${range}: pin it by hand`);
      packages[`node_modules/${name}`] = {
        version: range,
        ...platformOf(name),
        ...(parent.dev ? { dev: true } : {}),
        ...(parent.devOptional ? { devOptional: true } : {}),
        optional: true,
      };
      added.push(`${name}@${range}`);
    }
  }
  lockfile.packages = Object.fromEntries(
    Object.entries(packages).sort(([left], [right]) => left.localeCompare(right, "en")),
  );
  return added;
}

const path = join(import.meta.dirname, "../package-lock.json");
const lockfile = JSON.parse(readFileSync(path, "utf8")) as Lockfile;
const added = complete(lockfile);
writeFileSync(path, `${JSON.stringify(lockfile, undefined, 2)}\n`);
for (const name of added) console.log(`added ${name}`);

const bound = Object.entries(lockfile.packages).filter(([, entry]) => entry.resolved !== undefined);
if (bound.length > 0) {
  console.error(`These entries name a registry: ${bound.map(([name]) => name).join(", ")}`);
  console.error("Run npm install with omit-lockfile-registry-resolved=true.");
  process.exitCode = 1;
}
