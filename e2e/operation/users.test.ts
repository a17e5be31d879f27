import { chownSync, readFileSync, rmSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { freePort } from "../support/latchkey-process.ts";
import { type Identity, launch, newDataDir, terminate } from "./instance.ts";
import { isSignedIn, signUp } from "./person.ts";

const root = join(import.meta.dirname, "../..");
const isRoot = process.getuid?.() === 0;

let dataDir: string;
beforeEach(() => {
  dataDir = newDataDir();
});
afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

/** Whether everybody may pass through every folder above this checkout. */
function isReachable(): boolean {
  for (let folder = root; ; folder = dirname(folder)) {
    if ((statSync(folder).mode & 0o005) !== 0o005) return false;
    if (folder === dirname(folder)) return true;
  }
}

function nobody(): Identity {
  const [, , uid = "65534", gid = "65534"] =
    readFileSync("/etc/passwd", "utf8")
      .split("\n")
      .find((line) => line.startsWith("nobody:"))
      ?.split(":") ?? [];
  return { uid: Number(uid), gid: Number(gid) };
}

async function serves(identity?: Identity): Promise<void> {
  const instance = launch(await freePort(), { DATA_DIR: dataDir }, identity);
  await instance.ready();
  const ada = await signUp(instance.baseUrl, "ada@example.com");
  expect(await isSignedIn(instance.baseUrl, ada.cookie)).toBe(true);
  await terminate(instance);
}

describe("whoever starts it", () => {
  it.runIf(isRoot)("as root, PostgreSQL runs as an ordinary user and the keys stay root's", async () => {
    await serves();
    expect(statSync(join(dataDir, "postgres")).uid).not.toBe(0);
    expect(statSync(join(dataDir, "keys.json"))).toMatchObject({ uid: 0 });
    expect(statSync(join(dataDir, "keys.json")).mode & 0o777).toBe(0o600);
  });

  it.runIf(isRoot && isReachable())("as an ordinary user, everything is that user's", async () => {
    const user = nobody();
    chownSync(dataDir, user.uid, user.gid);
    await serves(user);
    for (const name of ["postgres", "keys.json", "run"])
      expect(statSync(join(dataDir, name)).uid, name).toBe(user.uid);
  });

  it.runIf(!isRoot)("as the user who runs the tests, everything is that user's", async () => {
    await serves();
    expect(statSync(join(dataDir, "postgres")).uid).toBe(process.getuid?.());
  });
});
