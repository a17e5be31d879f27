/** RFC 8176: `amr` says in registered words how the person was proven, and never more than is known. */
import { decodeJwt } from "jose";
import { describe, expect, it } from "vitest";
import type { AuthenticatorOptions } from "#lib/testing/authenticator/software-authenticator.ts";
import { openBrowser } from "../support/browser.ts";
import { callEndpoint, checkTokenAnswer, completeFlow } from "../support/flow.ts";
import { setUp } from "../support/set-up.ts";

const stage = setUp({ app: { accessTokenFormat: "jwt" } }, { USER_VERIFICATION: "preferred" });

/** One that stays on its device, or one that is synced; each checks who uses it, or that somebody does. */
const passkeys: [string, NonNullable<AuthenticatorOptions["flags"]>, string[]][] = [
  [
    "a device-bound passkey that verified its user",
    { uv: true, be: false, bs: false },
    ["hwk", "mfa", "user"],
  ],
  ["a synced passkey that verified its user", { uv: true, be: true, bs: true }, ["mfa", "swk", "user"]],
  ["a device-bound passkey that was touched", { uv: false, be: false, bs: false }, ["hwk", "user"]],
  ["a synced passkey that was touched", { uv: false, be: true, bs: true }, ["swk", "user"]],
];
const registered =
  "face fpt geo hwk iris kba mca mfa otp pin pop pwd rba retina sc sms swk tel user vbm wia".split(" ");
const sorted = (amr: unknown) => [...(amr as string[])].sort();

describe("RFC 8176 sections 1 and 2: the ID Token of", () => {
  it.each(passkeys)("%s says so, in an array of registered words", async (_, flags, words) => {
    const browser = await openBrowser(stage.issuer, undefined, { flags });
    const { claims } = await completeFlow({ issuer: stage.issuer, app: stage.apps.app, browser });
    expect(sorted(claims.amr)).toEqual(words);
    for (const word of claims.amr as string[]) expect(registered).toContain(word);
    expect(claims.acr).toBe(flags.uv ? "phr" : "urn:latchkey:recovery");
  });
});

describe("RFC 8176 section 1, RFC 9068 section 2.2.1: whoever hears of the sign-in later", () => {
  it("reads the same words: in the access token, and after a refresh", async () => {
    const { issuer, apps, browser } = stage;
    const { tokens, claims } = await completeFlow({ issuer, app: apps.app, browser });
    expect(decodeJwt(tokens.access_token).amr).toEqual(claims.amr);
    const fields = { grant_type: "refresh_token", refresh_token: tokens.refresh_token };
    const renewed = await checkTokenAnswer(await callEndpoint(issuer, "/oauth/token", apps.app, fields));
    expect(decodeJwt(renewed.id_token).amr).toEqual(claims.amr);
    expect(decodeJwt(renewed.access_token).amr).toEqual(claims.amr);
  });
});
