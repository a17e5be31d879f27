/** Passkeys used in a frame, on a server that was told which pages may do that. */
import type {
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from "@simplewebauthn/server";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createAuthenticator } from "#lib/testing/authenticator/software-authenticator.ts";
import { type LatchkeyProcess, startLatchkey } from "../support/latchkey-process.ts";

const shop = "https://shop.example";
const portal = "https://portal.example";

let latchkey: LatchkeyProcess;
beforeAll(async () => {
  latchkey = await startLatchkey({
    // Vite has a BASE_URL of its own in the environment of its tests; an empty one is an unset one.
    variables: { BASE_URL: "", ALLOWED_ORIGINS: shop, CORS_ORIGINS: shop, ALLOWED_TOP_ORIGINS: `${portal}/` },
  });
});
afterAll(() => latchkey.stop());

/** As a page of the shop does. */
async function call<T>(path: string, body: unknown): Promise<{ status: number; code: string; data: T }> {
  const response = await fetch(`${latchkey.baseUrl}/api/v1/webauthn/${path}`, {
    method: "POST",
    headers: { "content-type": "application/json", origin: shop },
    body: JSON.stringify(body),
  });
  const envelope = (await response.json()) as { data: T; error?: { code: string } };
  return { status: response.status, code: envelope.error?.code ?? "", data: envelope.data };
}

const newAuthenticator = () => createAuthenticator({ origin: shop });

async function register(clientData: Readonly<Record<string, unknown>>, authenticator = newAuthenticator()) {
  const username = `${crypto.randomUUID()}@example.com`;
  const { data } = await call<PublicKeyCredentialCreationOptionsJSON>("register/begin", { username });
  const credential = authenticator.create(data, { clientData });
  return await call("register/complete", { credential });
}

async function signIn(clientData: Readonly<Record<string, unknown>>) {
  const authenticator = newAuthenticator();
  expect(await register({}, authenticator)).toMatchObject({ status: 200 });
  const { data } = await call<PublicKeyCredentialRequestOptionsJSON>("authenticate/begin", {});
  return await call("authenticate/complete", { credential: authenticator.get(data, { clientData }) });
}

describe("a page of a related origin", () => {
  it.each<[string, Record<string, unknown>]>([
    ["in no frame", {}],
    ["in a frame of the page that may", { crossOrigin: true, topOrigin: portal }],
    ["in a frame, in a browser that does not name the page above", { crossOrigin: true }],
  ])("%s registers a passkey and signs in", async (_, clientData) => {
    expect(await register(clientData)).toMatchObject({ status: 200 });
    expect(await signIn(clientData)).toMatchObject({ status: 200 });
  });

  it.each<[string, Record<string, unknown>]>([
    ["of another page", { crossOrigin: true, topOrigin: "https://evil.example" }],
    ["of a page that only looks alike", { crossOrigin: true, topOrigin: `${portal}.evil.example` }],
    ["of an origin that may only use passkeys itself", { crossOrigin: true, topOrigin: shop }],
    ["that names no origin", { crossOrigin: true, topOrigin: ["https://portal.example"] }],
    ["that is no yes and no no", { crossOrigin: "true", topOrigin: portal }],
  ])("in a frame %s does neither", async (_, clientData) => {
    expect(await register(clientData)).toMatchObject({ status: 401, code: "INVALID_ATTESTATION" });
    expect(await signIn(clientData)).toMatchObject({ status: 401, code: "AUTHENTICATION_FAILED" });
  });

  it("cannot frame the pages of this server", async () => {
    const page = await fetch(`${latchkey.baseUrl}/sign-in`);
    expect(page.headers.get("content-security-policy")).toContain("frame-ancestors 'none'");
  });
});
