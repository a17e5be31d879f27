/** What apps get of somebody who came back in without a passkey. */
import { decodeJwt } from "jose";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { finishRegistration } from "#lib/accounts/finish-registration.ts";
import { createRecoveryLink } from "#lib/accounts/recovery/links/create-recovery-link.ts";
import { recoverByLink } from "#lib/accounts/recovery/links/recover-by-link.ts";
import { makeRecoveryCodes } from "#lib/accounts/recovery/make-recovery-codes.ts";
import { recoverByCode } from "#lib/accounts/recovery/recover-by-code.ts";
import type { NewClient } from "#lib/clients/schema.ts";
import type { Context, UserActor } from "#lib/context/context.ts";
import { beginAddingPasskey } from "#lib/passkeys/begin-adding-passkey.ts";
import { registrationResponseSchema } from "#lib/passkeys/schema.ts";
import { ensureSigningKeys } from "#lib/signing-keys/ensure-signing-keys.ts";
import { actorOf, type Person, signUp } from "#lib/testing/authenticator/sign-up.ts";
import { createAuthenticator } from "#lib/testing/authenticator/software-authenticator.ts";
import { authorize, obtainCode } from "#lib/testing/authorization.ts";
import { buildClient } from "#lib/testing/build-client.ts";
import { type TestDatabase, testDatabase, testNow } from "#lib/testing/test-database.ts";
import { redeemTestCode } from "#lib/testing/token-requests.ts";
import { describeInteraction } from "../interactions/describe-interaction.ts";
import { resumeInteraction } from "../resume-interaction.ts";

let t: TestDatabase;
let person: Person;
let codes: readonly string[];
let counter = 0;
beforeAll(async () => {
  t = await testDatabase();
  await ensureSigningKeys(t.runtime());
});
beforeEach(async () => {
  counter += 1;
  person = await signUp(t.context(), { username: `person${counter}@example.com` });
  ({ codes } = await makeRecoveryCodes(t.context({ actor: person.actor })));
});
afterAll(() => t.close());

const later = (seconds: number) => new Date(testNow.getTime() + seconds * 1000);
const tokenOf = (url: URL) => url.searchParams.get("interaction") ?? "";
const build = (overrides: Partial<NewClient> = {}) =>
  buildClient(t.context(), { firstParty: true, tokenEndpointAuthMethod: "none", ...overrides });

async function byCode(ctx = t.context(), index = 0): Promise<UserActor> {
  const { session } = await recoverByCode(ctx, codes[index] ?? "");
  return await actorOf(ctx, session.token);
}

async function byLink(): Promise<UserActor> {
  const operator = t.context({ actor: { type: "operator" } });
  const { link = "" } = await createRecoveryLink(operator, { userId: person.actor.userId, mail: false });
  const token = new URL(link).searchParams.get("token") ?? "";
  const { session } = await recoverByLink(t.context(), { purpose: "recovery", token });
  return await actorOf(t.context(), session.token);
}

async function addPasskey(ctx: Context): Promise<UserActor> {
  const device = createAuthenticator({ origin: ctx.config.baseUrl });
  const response = registrationResponseSchema.parse(device.create(await beginAddingPasskey(ctx, {})));
  const { session } = await finishRegistration(ctx, { response, deviceName: undefined });
  return await actorOf(ctx, session?.token ?? "");
}

describe("an app that demands nothing", () => {
  it.each([
    ["a code", byCode, ["otp"]],
    ["a link", byLink, []],
  ] as const)(
    "lets somebody in who came back by %s, and sees that it was no passkey",
    async (_, recover, amr) => {
      const app = await build();
      const actor = await recover();
      const code = await obtainCode(t.context({ actor }), app.client, { acr_values: "phrh phr" });
      const { id_token = "" } = await redeemTestCode(t.context(), app, code);
      expect(decodeJwt(id_token)).toMatchObject({ acr: "urn:latchkey:recovery", amr, sid: actor.sessionId });
    },
  );
});

describe.each([
  ["user verification", { requireUserVerification: true }, {}],
  ["a device-bound passkey", { requireDeviceBound: true }, {}],
  ["the class of passkeys", {}, { claims: '{"id_token":{"acr":{"essential":true,"values":["phr"]}}}' }],
] as const)("an app that demands %s", (_, rules, parameters) => {
  it("gets nobody silently who came back without one", async () => {
    const { client } = await build(rules);
    const location = await authorize(t.context({ actor: await byCode() }), client, {
      ...parameters,
      prompt: "none",
    });
    expect(location.searchParams.get("error")).toBe("unmet_authentication_requirements");
  });

  it("gets them neither by a code that is used for its very request, but with the new passkey", async () => {
    const { client } = await build(rules);
    const actor = await byCode();
    const page = await authorize(t.context({ actor }), client, parameters);
    expect(page.pathname).toBe("/sign-in");
    const again = await byCode(t.context({ actor, now: later(5) }), 1);
    const stillWeak = t.context({ actor: again, now: later(6) });
    const { location } = await resumeInteraction(stillWeak, tokenOf(page));
    expect(new URL(location).searchParams.has("code")).toBe(false);

    const other = await authorize(stillWeak, client, parameters);
    expect(await describeInteraction(stillWeak, tokenOf(other))).toMatchObject({ reauthentication: true });
    const strong = await addPasskey({ ...stillWeak, now: later(7) });
    expect(strong.sessionId).toBe(actor.sessionId);
    const end = await resumeInteraction(t.context({ actor: strong, now: later(8) }), tokenOf(other));
    expect(new URL(end.location).searchParams.has("code")).toBe(true);
  });
});

describe("tokens of a session that a passkey took further", () => {
  it("say so from then on, and the earlier ones do not", async () => {
    const app = await build();
    const actor = await byCode();
    const ctx = t.context({ actor });
    const before = await redeemTestCode(ctx, app, await obtainCode(ctx, app.client));
    const strong = t.context({ actor: await addPasskey({ ...ctx, now: later(5) }), now: later(6) });
    const after = await redeemTestCode(strong, app, await obtainCode(strong, app.client));
    const [old, fresh] = [decodeJwt(before.id_token ?? ""), decodeJwt(after.id_token ?? "")];
    expect(old.sid).toBe(fresh.sid);
    expect([old.acr, fresh.acr]).toEqual(["urn:latchkey:recovery", "phr"]);
    expect(Number(fresh.auth_time) - Number(old.auth_time)).toBe(5);
  });
});
