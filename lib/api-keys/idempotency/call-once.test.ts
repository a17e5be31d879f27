import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { idempotentCalls } from "#drizzle/schema/api-keys.ts";
import { users } from "#drizzle/schema/users.ts";
import { postGroup } from "#lib/api/admin/groups.ts";
import type { Context } from "#lib/context/context.ts";
import { setRuntime } from "#lib/context/runtime.ts";
import { randomSecret } from "#lib/crypto/random.ts";
import { DomainError } from "#lib/errors/domain-error.ts";
import { sealSessionCookie } from "#lib/http/session-cookie.ts";
import { signUp } from "#lib/testing/authenticator/sign-up.ts";
import { buildUser } from "#lib/testing/build-user.ts";
import { type TestDatabase, testDatabase, testNow } from "#lib/testing/test-database.ts";
import { callOnce } from "./call-once.ts";
import { deleteExpiredCalls } from "./cleanup.ts";

let t: TestDatabase;
let ana: Context;
let leo: Context;
beforeAll(async () => {
  t = await testDatabase();
  setRuntime(t.runtime());
  ana = t.context({ actor: (await buildUser(t.db, { username: "ana@example.com" })).actor });
  leo = t.context({ actor: (await buildUser(t.db, { username: "leo@example.com" })).actor });
});
afterAll(() => t.close());

let made = 0;
const make = async () => {
  made += 1;
  return { data: { secret: `s3cret-${made}` }, status: 200 };
};
const call = (values = {}) => ({
  key: randomSecret(),
  method: "POST",
  address: "/x",
  body: { a: 1 },
  ...values,
});

describe("a call under a key", () => {
  it("is made once, and answered each time as the first time", async () => {
    const one = call();
    const first = await callOnce(ana, one, make);
    const again = await callOnce(ana, one, make);
    expect(again).toEqual({ ...first, replayed: true });
    expect(JSON.stringify(await t.db.select().from(idempotentCalls))).not.toContain("s3cret");
  });

  it("is made once of a hundred at once", async () => {
    const one = call();
    const before = made;
    const ends = await Promise.allSettled(Array.from({ length: 100 }, () => callOnce(ana, one, make)));
    expect(made - before).toBe(1);
    for (const end of ends)
      if (end.status === "rejected") expect(end.reason).toMatchObject({ code: "CONFLICT" });
  });

  it("is another one of somebody else", async () => {
    const one = call();
    const mine = await callOnce(ana, one, make);
    const theirs = await callOnce(leo, one, make);
    expect(theirs).not.toEqual(mine);
    expect(theirs).not.toHaveProperty("replayed");
  });

  it("is refused with another body, address or method", async () => {
    const one = call();
    await callOnce(ana, one, make);
    for (const other of [{ body: { a: 2 } }, { address: "/y" }, { method: "DELETE" }])
      await expect(callOnce(ana, { ...one, ...other }, make)).rejects.toMatchObject({ code: "CONFLICT" });
  });

  it("may be tried again after a refusal", async () => {
    const one = call();
    const refuse = () => Promise.reject(new DomainError("STEP_UP_REQUIRED"));
    await expect(callOnce(ana, one, refuse)).rejects.toMatchObject({ code: "STEP_UP_REQUIRED" });
    expect(await callOnce(ana, one, make)).not.toHaveProperty("replayed");
  });

  it("wants a key that can be one", async () => {
    for (const key of ["", "a b", "ä", "x".repeat(256)])
      await expect(callOnce(ana, call({ key }), make)).rejects.toMatchObject({ code: "VALIDATION_ERROR" });
  });

  it("is forgotten after a day", async () => {
    await callOnce(ana, call(), make);
    await deleteExpiredCalls(t.db, new Date(testNow.getTime() + 86_400_000 - 1));
    expect(await t.db.select().from(idempotentCalls)).not.toHaveLength(0);
    await deleteExpiredCalls(t.db, new Date(testNow.getTime() + 86_400_000));
    expect(await t.db.select().from(idempotentCalls)).toHaveLength(0);
  });
});

it("an endpoint of the administration takes one", async () => {
  const { token } = await signUp(t.context({ now: new Date() }), { username: "root@example.com" });
  await t.db.update(users).set({ role: "admin" });
  const session = { token, expiresAt: new Date(Date.now() + 60_000) };
  const cookie = (await sealSessionCookie(t.runtime(), session)).split(";")[0] ?? "";
  const post = () =>
    postGroup(
      new Request("https://id.example.com/api/v1/admin/groups", {
        method: "POST",
        headers: { cookie, "content-type": "application/json", "idempotency-key": "made-once" },
        body: JSON.stringify({ name: "staff", displayName: "Staff" }),
      }),
    );
  const [first, again] = [await post(), await post()];
  expect([first.status, again.status]).toEqual([200, 200]);
  expect(again.headers.get("idempotency-replayed")).toBe("true");
  const dataOf = async (response: Response) => ((await response.json()) as { data: unknown }).data;
  expect(await dataOf(again)).toEqual(await dataOf(first));
});
