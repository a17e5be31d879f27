/** `npm run fuzz -- api`: a server of its own with some people, groups and apps, and an administrator's key to it. */
import { keyScopes } from "#lib/api-keys/schema.ts";
import { signUp } from "../operation/person.ts";
import type { LatchkeyProcess } from "../support/latchkey-process.ts";
import { startLatchkey } from "../support/latchkey-process.ts";
import { type ApiFuzzOptions, fuzzApi } from "./api.ts";

export type Wanted = Pick<ApiFuzzOptions, "count" | "seed" | "concurrency"> & { readonly seconds: number };

/** True when every answer was one that the description names. */
export async function runApi({ seconds: maxSeconds, ...wanted }: Wanted): Promise<boolean> {
  const latchkey = await startLatchkey({ variables: { LOG_LEVEL: "error" } });
  try {
    const key = await furnish(latchkey);
    console.log(`── the API: ${wanted.count} calls, seed ${wanted.seed}`);
    const { tally, seconds } = await fuzzApi({ ...wanted, baseUrl: latchkey.baseUrl, key, maxSeconds });
    console.log(`\n${tally.table()}\n`);
    for (const { row, why, status, answer, body } of tally.violations.slice(0, 30))
      console.log(`✗ ${row}: ${why} (${status})\n  ${answer}\n  ${body}`);
    console.log(`${tally.total} calls in ${seconds.toFixed(0)} s, ${tally.violations.length} violations`);
    return tally.violations.length === 0;
  } finally {
    await latchkey.stop();
  }
}

/** Something for the calls to be about; the key that may everything that a key may. */
export async function furnish(latchkey: Pick<LatchkeyProcess, "baseUrl" | "command">): Promise<string> {
  await signUp(latchkey.baseUrl, "ada@example.com");
  await signUp(latchkey.baseUrl, "leo@example.com");
  await latchkey.command("user", "set-role", "--user", "ada@example.com", "--role", "admin");
  await latchkey.command("group", "add", "--name", "staff");
  await latchkey.command("group", "add-member", "--name", "staff", "--user", "leo@example.com");
  const app = ["client", "add", "--name", "App", "--redirect-uri", "https://app.example.com/cb"];
  await latchkey.command(...app);
  const scopes = keyScopes.flatMap((scope) => ["--scope", scope]);
  const made = await latchkey.command(
    "api-key",
    "add",
    "--user",
    "ada@example.com",
    "--name",
    "fuzz",
    ...scopes,
  );
  const key = /lk_[A-Za-z0-9_-]{43}/.exec(made)?.[0];
  if (key === undefined) throw new Error(`no API key in: ${made}`);
  return key;
}
