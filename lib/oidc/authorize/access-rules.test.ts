import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ClientRow } from "#drizzle/schema/clients.ts";
import type { NewClient } from "#lib/clients/schema.ts";
import { setClientGroups } from "#lib/clients/set-client-groups.ts";
import type { Context, UserActor } from "#lib/context/context.ts";
import { ensureSigningKeys } from "#lib/signing-keys/ensure-signing-keys.ts";
import { authorize } from "#lib/testing/authorization.ts";
import { buildClient } from "#lib/testing/build-client.ts";
import { buildGroup } from "#lib/testing/build-group.ts";
import { buildUser } from "#lib/testing/build-user.ts";
import { type TestDatabase, testDatabase, testNow } from "#lib/testing/test-database.ts";
import { describeInteraction } from "../interactions/describe-interaction.ts";
import { resumeInteraction } from "../resume-interaction.ts";
import { chooseAcr, meetsAcr } from "./choose-acr.ts";
import { decideConsent } from "./decide-consent.ts";

let t: TestDatabase;
let person: UserActor;
beforeAll(async () => {
  t = await testDatabase();
  await ensureSigningKeys(t.runtime());
  ({ actor: person } = await buildUser(t.db));
});
afterAll(() => t.close());

const later = (seconds: number) => new Date(testNow.getTime() + seconds * 1000);
const as = (overrides: Partial<UserActor> = {}): Context => t.context({ actor: { ...person, ...overrides } });
/** The same, verified again after the request. */
const again = (overrides: Partial<UserActor> = {}): Context => ({
  ...as({ ...overrides, authTime: later(5) }),
  now: later(6),
});
const tokenOf = (url: URL | string) => new URL(url).searchParams.get("interaction") ?? "";
const build = async (overrides: Partial<NewClient>) =>
  (await buildClient(t.context(), { firstParty: true, ...overrides })).client;
const goOn = async (ctx: Context, interaction: string) =>
  new URL((await decideConsent(ctx, { interaction, decision: "deny" })).location).searchParams.get("error");

describe("an app for members of some groups", () => {
  let app: ClientRow;
  beforeAll(async () => {
    app = await build({});
    const { actor: member } = await buildUser(t.db);
    const groups = [await buildGroup(t.db, [member.userId]), await buildGroup(t.db)];
    const groupIds = groups.map(({ id }) => id);
    await setClientGroups({ ...t.context(), actor: { type: "operator" } }, { clientId: app.id, groupIds });
    members.push(member);
  });
  const members: UserActor[] = [];

  it("lets a member of any of them in, silently too", async () => {
    const [member = person] = members;
    const location = await authorize(t.context({ actor: member }), app, { prompt: "none" });
    expect(location.searchParams.has("code")).toBe(true);
  });

  it("explains it to everybody else on a page, from where the app hears access_denied", async () => {
    const page = await authorize(as(), app);
    expect(page.pathname).toBe("/no-access");
    expect(await describeInteraction(as(), tokenOf(page))).toMatchObject({
      unmetRule: "group",
      person: { displayName: "Ana Ruiz" },
    });
    expect(await goOn(as(), tokenOf(page))).toBe("access_denied");
  });

  it("never lets a yes on the page replace membership", async () => {
    const page = await authorize(as(), app);
    const { location } = await decideConsent(as(), { interaction: tokenOf(page), decision: "allow" });
    expect(new URL(location).pathname).toBe("/no-access");
  });

  it("tells a silent request at once", async () => {
    const location = await authorize(as(), app, { prompt: "none" });
    expect(location.searchParams.get("error")).toBe("access_denied");
  });

  it("lets somebody in who signs in as another person on the way", async () => {
    const [member = person] = members;
    const page = await authorize(as(), app);
    const { location } = await resumeInteraction(t.context({ actor: member }), tokenOf(page));
    expect(new URL(location).searchParams.has("code")).toBe(true);
  });
});

describe.each([
  [
    "user verification",
    { requireUserVerification: true },
    { amr: ["swk", "user", "mfa"] },
    "user_verification",
  ],
  ["a device-bound passkey", { requireDeviceBound: true }, { amr: ["hwk", "user"] }, "device_bound"],
] as const)("an app that demands %s", (_, rules, enough, rule) => {
  const tooLittle = { amr: ["swk", "user"] };
  it("lets in whoever meets it", async () => {
    const location = await authorize(as(enough), await build(rules), { prompt: "none" });
    expect(location.searchParams.has("code")).toBe(true);
  });

  it("asks for another passkey once, then explains", async () => {
    const page = await authorize(as(tooLittle), await build(rules));
    expect(page.pathname).toBe("/sign-in");
    const described = await describeInteraction(as(tooLittle), tokenOf(page));
    expect(described).toMatchObject({ reauthentication: true, demand: rule });
    expect(described).not.toHaveProperty("unmetRule");
    const { location } = await resumeInteraction(again(tooLittle), tokenOf(page));
    expect(new URL(location).pathname).toBe("/no-access");
    expect(await describeInteraction(again(tooLittle), tokenOf(page))).toMatchObject({ unmetRule: rule });
    expect(await goOn(again(tooLittle), tokenOf(page))).toBe("unmet_authentication_requirements");
  });

  it("goes on when the other passkey meets it", async () => {
    const page = await authorize(as(tooLittle), await build(rules));
    const { location } = await resumeInteraction(again(enough), tokenOf(page));
    expect(new URL(location).searchParams.has("code")).toBe(true);
  });

  it("tells a silent request at once", async () => {
    const location = await authorize(as(tooLittle), await build(rules), { prompt: "none" });
    expect(location.searchParams.get("error")).toBe("unmet_authentication_requirements");
  });
});

describe("an app that demands a fresh sign-in", () => {
  it.each([
    ["by its rule", { maxAuthenticationAgeSeconds: 30 }, {}],
    ["by its rule, whatever the request says", { maxAuthenticationAgeSeconds: 30 }, { max_age: "9999" }],
    ["by its default", { defaultMaxAgeSeconds: 30 }, {}],
    ["by its request, below its rule", { maxAuthenticationAgeSeconds: 9999 }, { max_age: "30" }],
  ])("asks again: %s", async (_, rules, request) => {
    const app = await build(rules);
    const page = await authorize(as(), app, request);
    expect(page.pathname).toBe("/sign-in");
    expect(await describeInteraction(as(), tokenOf(page))).not.toHaveProperty("demand");
    const silent = await authorize(as(), app, { ...request, prompt: "none" });
    expect(silent.searchParams.get("error")).toBe("login_required");
  });

  it("lets its request say more than its default", async () => {
    const app = await build({ defaultMaxAgeSeconds: 30 });
    expect((await authorize(as(), app, { max_age: "60" })).searchParams.has("code")).toBe(true);
  });
});

describe("acr", () => {
  it("phrh meets a demand for phr, and is then told as phr", async () => {
    expect(meetsAcr("phrh", ["phr"])).toBe(true);
    expect(meetsAcr("phr", ["phrh"])).toBe(false);
    expect(meetsAcr("urn:latchkey:recovery", ["phr"])).toBe(false);
    expect(chooseAcr("phrh", { requiredAcr: ["phr"], acrValues: [] })).toBe("phr");
    expect(chooseAcr("phrh", { acrValues: ["phr"] })).toBe("phr");
    expect(chooseAcr("phrh", { acrValues: ["phrh", "phr"] })).toBe("phrh");
    expect(chooseAcr("phr", { acrValues: ["phrh", "1"] })).toBe("phr");
    expect(chooseAcr("urn:latchkey:recovery", { acrValues: ["phr"] })).toBe("urn:latchkey:recovery");
  });
});

describe("Initiating User Registration 1.0, prompt=create", () => {
  it("leads to sign-up, and goes on with the account that was made there", async () => {
    const app = await build({});
    for (const ctx of [t.context(), as()]) {
      const page = await authorize(ctx, app, { prompt: "create" });
      expect(page.pathname).toBe("/sign-up");
      const { location } = await resumeInteraction(again(), tokenOf(page));
      expect(new URL(location).searchParams.has("code")).toBe(true);
    }
  });

  it.each(["closed", "invite"])("is refused where sign-up is %s", async (SIGN_UP) => {
    const ctx = { ...as(), config: t.runtime({ SIGN_UP }).config };
    const location = await authorize(ctx, await build({}), { prompt: "create" });
    expect(location.searchParams.get("error")).toBe("access_denied");
  });
});

describe("RFC 8707, resource", () => {
  const resources = ["https://api.example.com/", "https://files.example.com/v1"];

  it("must be registered, absolute and without fragment", async () => {
    const app = await build({ resources });
    for (const resource of ["https://api.example.com", "https://api.example.com/#x", "/api", "urn:x", ""]) {
      const location = await authorize(as(), app, { resource });
      expect(location.searchParams.get("error")).toBe(resource === "" ? null : "invalid_target");
    }
    expect(
      (await authorize(as(), app, { resource: "https://api.example.com/" })).searchParams.has("code"),
    ).toBe(true);
  });
});
