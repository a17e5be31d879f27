/** What the documentation says of the verification by values: its example runs, and needs nothing of the server. */
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

const root = join(import.meta.dirname, "../..");

function run(program: string): string {
  return execFileSync(process.execPath, ["--input-type=module"], {
    cwd: root,
    input: program,
    encoding: "utf8",
    env: { NODE_ENV: "production" },
  });
}

describe("the verification by values", () => {
  it("runs the vectors of Level 3 as the documentation does", () => {
    const documentation = readFileSync(join(root, "docs/verification.md"), "utf8");
    const [, example = ""] = /```js\n(.*?)```/s.exec(documentation) ?? [];
    const lines = run(example).trim().split("\n");
    expect(lines).toHaveLength(15);
    expect(lines).toContain("none.ES256.long-credential-id none false false");
    expect(lines).toContain("packed-self.ES256 self false false");
    expect(lines).toContain("tpm.ES256 attca true false");
    expect(lines.filter((line) => / (basic|attca|anonca) true false$/.test(line))).toHaveLength(10);
  });

  it("loads itself, zod and the words of refusals, and nothing of server, database or framework", () => {
    const output = run(`
      import { registerHooks } from "node:module";
      const loaded = new Set();
      registerHooks({
        resolve: (specifier, context, next) => {
          const resolved = next(specifier, context);
          loaded.add(resolved.url);
          return resolved;
        },
      });
      await import("./lib/passkeys/attestation/verify-registration-values.ts");
      await import("./lib/passkeys/verify-assertion-values.ts");
      console.log(JSON.stringify([...loaded]));
    `);
    const urls = JSON.parse(output) as string[];
    const packages = new Set(urls.flatMap((url) => /\/node_modules\/([^/]+)\//.exec(url)?.[1] ?? []));
    const rooms = new Set(urls.flatMap((url) => /\/(lib\/[^/]+|server|app|drizzle)\//.exec(url)?.[1] ?? []));
    expect([...rooms].sort()).toEqual(["lib/crypto", "lib/errors", "lib/i18n", "lib/passkeys"]);
    expect(packages).toContain("zod");
    for (const absent of ["postgres", "drizzle-orm", "next", "react-dom", "pino", "@simplewebauthn"])
      expect(packages).not.toContain(absent);
  });
});
