/** Where FIDO and Level 3 disagree, people are held to what the operator chose. */
import { afterAll, beforeAll, expect, it } from "vitest";
import { signIn, signUp } from "#lib/testing/authenticator/sign-up.ts";
import type { CreateDeviation, GetDeviation } from "#lib/testing/authenticator/software-authenticator.ts";
import { type TestDatabase, testDatabase } from "#lib/testing/test-database.ts";

let t: TestDatabase;
beforeAll(async () => {
  t = await testDatabase();
});
afterAll(() => t.close());

const strict = () => t.context({ config: t.runtime({ WEBAUTHN_RULES: "fido" }).config });

it.each<[string, CreateDeviation, string]>([
  ["a malformed token binding", { clientData: { tokenBinding: { status: "maybe" } } }, "token_binding"],
  [
    "a U2F key that names a model",
    { attestation: "fido-u2f", aaguid: "ee882879-721c-4913-9775-3dfcce97072a" },
    "attestation",
  ],
  [
    "an Android key that does not say what it is for",
    { attestation: "android-key", fault: "enforced-by-nothing" },
    "attestation",
  ],
])("%s registers under WebAuthn's rules, and not under FIDO's", async (what, deviation, rule) => {
  const username = `${what.replaceAll(" ", "-")}@example.com`;
  await expect(signUp(strict(), { username, deviation })).rejects.toMatchObject({
    code: "INVALID_ATTESTATION",
    cause: { rule },
  });
  await signUp(t.context(), { username, deviation });
});

it("a sign-in with a malformed token binding passes under WebAuthn's rules, and not under FIDO's", async () => {
  const { authenticator } = await signUp(strict(), { username: "ana@example.com" });
  const deviation: GetDeviation = { clientData: { tokenBinding: [] } };
  await expect(signIn(strict(), authenticator, { deviation })).rejects.toMatchObject({
    code: "AUTHENTICATION_FAILED",
    cause: { rule: "token_binding" },
  });
  await signIn(t.context(), authenticator, { deviation });
});
