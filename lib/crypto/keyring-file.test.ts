import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createKeyringFile, readKeyringFile } from "./keyring-file.ts";

let folder: string;
let count = 0;
const fresh = () => join(folder, `case-${count++}`, "keys.json");

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "latchkey-keys-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe("the key file", () => {
  it("is made with one 256-bit key, readable by its owner alone", () => {
    const path = fresh();
    const keyring = createKeyringFile(path);
    expect(keyring.keys).toHaveLength(1);
    expect(keyring.keys[0].key).toHaveLength(32);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(readKeyringFile(path)).toEqual(keyring);
  });

  it("leaves nothing beside it", () => {
    const path = fresh();
    createKeyringFile(path);
    expect(readdirSync(join(path, ".."))).toEqual(["keys.json"]);
  });

  it("keeps the keys of whoever was first", () => {
    const path = fresh();
    const first = createKeyringFile(path);
    const text = readFileSync(path, "utf8");
    expect(createKeyringFile(path)).toEqual(first);
    expect(readFileSync(path, "utf8")).toBe(text);
  });

  it("is undefined where there is none", () => {
    expect(readKeyringFile(fresh())).toBeUndefined();
  });

  it.each([0o644, 0o640, 0o606])("is refused with mode %o, saying what to do", (mode) => {
    const path = fresh();
    createKeyringFile(path);
    chmodSync(path, mode);
    expect(() => readKeyringFile(path)).toThrow(
      expect.objectContaining({ name: "StartupError", remedies: [`Close it: chmod 600 ${path}`] }),
    );
  });

  it.each(["", "{", "{}", '{"keys":[]}', '{"keys":[{"id":"a","key":"c2hvcnQ"}]}'])(
    "is refused when it holds %j, without showing it",
    (text) => {
      const path = fresh();
      createKeyringFile(path);
      writeFileSync(path, text);
      expect(() => readKeyringFile(path)).toThrow(/does not hold encryption keys\.$/);
    },
  );
});
