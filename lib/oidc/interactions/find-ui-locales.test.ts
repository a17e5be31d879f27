import { afterAll, beforeAll, expect, it } from "vitest";
import { authorize } from "#lib/testing/authorization.ts";
import { buildClient } from "#lib/testing/build-client.ts";
import { buildUser } from "#lib/testing/build-user.ts";
import { type TestDatabase, testDatabase, testNow } from "#lib/testing/test-database.ts";
import { beginSignOut } from "../logout/begin-sign-out.ts";
import { findUiLocales } from "./find-ui-locales.ts";

let t: TestDatabase;
beforeAll(async () => {
  t = await testDatabase();
});
afterAll(() => t.close());

const tokenOf = (location: string | URL) => new URL(location).searchParams.get("interaction") ?? "";

it("tells what the app asked for when it sent somebody to sign in, while that request waits", async () => {
  const { client } = await buildClient(t.context());
  const token = tokenOf(await authorize(t.context(), client, { ui_locales: "fr-CA fr en" }));
  expect(await findUiLocales(t.context(), token)).toBe("fr-CA fr en");
  const late = t.context({ now: new Date(testNow.getTime() + 86_400_000) });
  expect(await findUiLocales(late, token)).toBeUndefined();
});

it("tells what the app asked for when it sent somebody to sign out", async () => {
  const { actor } = await buildUser(t.db);
  const entries = [["ui_locales", "de"]] as const;
  const { location } = await beginSignOut(t.context({ actor }), { entries, cookieWithheld: false });
  expect(await findUiLocales(t.context(), tokenOf(location))).toBe("de");
});

it("tells nothing where nothing was asked for, and of no request that is none", async () => {
  const { client } = await buildClient(t.context());
  const token = tokenOf(await authorize(t.context(), client));
  for (const unknown of [token, "a".repeat(43), "", "../x"])
    expect(await findUiLocales(t.context(), unknown)).toBeUndefined();
});
