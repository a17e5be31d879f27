import { describe, expect, it } from "vitest";
import type { UserId } from "#drizzle/schema/ids.ts";
import { loadConfig } from "#lib/config/load-config.ts";
import type { Keyring } from "#lib/crypto/keyring.ts";
import { newId, randomToken } from "#lib/crypto/random.ts";
import { forgetAccounts, readKnownAccounts, rememberAccount } from "./known-accounts-cookie.ts";
import { sealSessionCookie } from "./session-cookie.ts";

const keyring: Keyring = { keys: [{ id: "one", key: randomToken(32) }] };
const config = loadConfig({ BASE_URL: "https://id.example.com" });
const runtime = { keyring, config };
const pairOf = (cookie: string) => cookie.split(";")[0] ?? "";
const people = Array.from({ length: 6 }, () => newId<UserId>());
const [ana, leo, kim] = people as [UserId, UserId, UserId];

async function holding(...ids: UserId[]): Promise<string> {
  let held: string | null = null;
  for (const id of ids.toReversed()) held = pairOf(await rememberAccount(runtime, held, id));
  return held ?? "";
}

describe("the accounts that a browser knows", () => {
  it("are those that signed in, the last one first, each once", async () => {
    expect(await readKnownAccounts(runtime, null)).toEqual([]);
    const held = await holding(leo, ana);
    expect(await readKnownAccounts(runtime, held)).toEqual([leo, ana]);
    const again = pairOf(await rememberAccount(runtime, held, ana));
    expect(await readKnownAccounts(runtime, again)).toEqual([ana, leo]);
  });

  it("are five at most, and their cookie is small", async () => {
    const held = await holding(...people);
    expect(await readKnownAccounts(runtime, held)).toEqual(people.slice(0, 5));
    expect(held.length).toBeLessThan(1024);
  });

  it("are forgotten one by one, and the cookie with the last", async () => {
    const held = await holding(ana, leo, kim);
    const left = await forgetAccounts(runtime, held, [leo]);
    expect(await readKnownAccounts(runtime, pairOf(left))).toEqual([ana, kim]);
    expect(await forgetAccounts(runtime, pairOf(left), [ana, kim])).toMatch(
      /^__Host-latchkey-known=; .*Max-Age=0$/,
    );
  });

  it("are for no script to read, and for half a year", async () => {
    expect(await rememberAccount(runtime, null, ana)).toMatch(
      /^__Host-latchkey-known=Fe26.*; Path=\/; HttpOnly; SameSite=Lax; Secure; Max-Age=15552000$/,
    );
  });

  it.each([
    ["damaged", async () => `${(await holding(ana)).slice(0, -8)}AAAAAAAA`],
    [
      "of another instance",
      async () => {
        const other = { config, keyring: { keys: [{ id: "one", key: randomToken(32) }] } as Keyring };
        return pairOf(await rememberAccount(other, null, ana));
      },
    ],
    [
      "a session's",
      async () => {
        const session = await sealSessionCookie(runtime, { token: "A".repeat(43), expiresAt: new Date() });
        return `__Host-latchkey-known=${pairOf(session).split("=")[1]}`;
      },
    ],
    ["far too long", async () => `__Host-latchkey-known=${"A".repeat(5000)}`],
  ])("are nobody where the cookie is %s", async (_, cookie) => {
    expect(await readKnownAccounts(runtime, await cookie())).toEqual([]);
  });
});
