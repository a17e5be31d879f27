/** The passkey ceremonies against the running server, in both lanes. */
import type {
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from "@simplewebauthn/server";
import { describe, expect, inject, it } from "vitest";
import { createAuthenticator } from "#lib/testing/authenticator/software-authenticator.ts";
import { post, signIn, signUp } from "../support/protocol.ts";

const api = "/api/v1/webauthn";
const newName = () => `${crypto.randomUUID()}@example.com`;

async function begin<T>(path: string, body: unknown = {}, cookie = ""): Promise<T> {
  const { status, envelope } = await post(`${api}/${path}`, body, cookie);
  expect(status).toBe(200);
  return envelope.data as T;
}

describe("the ceremonies", () => {
  it("sign somebody up and in again, with a cookie that pages cannot read", async () => {
    const person = await signUp(newName());
    const options = await begin<PublicKeyCredentialRequestOptionsJSON>("authenticate/begin");
    const done = await post(`${api}/authenticate/complete`, {
      credential: person.authenticator.get(options),
    });
    expect(done.headers.get("set-cookie")).toMatch(/HttpOnly; SameSite=Lax/);
    expect(done.envelope.data).toMatchObject({ user: person.user });
    expect(done.headers.get("cache-control")).toBe("no-store");
  });

  it("add a passkey after a step-up, and sign in with the new one", async () => {
    const person = await signUp(newName());
    const asked = await begin<PublicKeyCredentialRequestOptionsJSON>("step-up/begin", {}, person.cookie);
    const confirmed = await post(
      `${api}/step-up/complete`,
      { credential: person.authenticator.get(asked) },
      person.cookie,
    );
    expect(confirmed.status).toBe(200);
    const device = createAuthenticator({ origin: inject("baseUrl"), algorithm: -257 });
    const options = await begin<PublicKeyCredentialCreationOptionsJSON>("register/begin", {}, person.cookie);
    const added = await post(
      `${api}/register/complete`,
      { credential: device.create(options), deviceName: "Blue key" },
      person.cookie,
    );
    expect(added.envelope.data).toMatchObject({ passkey: { name: "Blue key" }, user: person.user });
    expect(await signIn(device)).not.toBe("");
  });

  it("let exactly one of 20 answers to a challenge through", async () => {
    const { authenticator } = await signUp(newName());
    const options = await begin<PublicKeyCredentialRequestOptionsJSON>("authenticate/begin");
    const credential = authenticator.get(options);
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => post(`${api}/authenticate/complete`, { credential })),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    for (const { status, envelope } of answers)
      if (status !== 200) expect(envelope.error?.code).toBe("INVALID_CHALLENGE");
  });

  it.each([
    ["of another site", { crossOrigin: true }],
    ["of a page that is named", { topOrigin: "https://portal.example" }],
  ])("refuse a passkey that was used in a frame %s", async (_, clientData) => {
    const { authenticator } = await signUp(newName());
    const asked = await begin<PublicKeyCredentialRequestOptionsJSON>("authenticate/begin");
    const assertion = authenticator.get(asked, { clientData });
    const signedIn = await post(`${api}/authenticate/complete`, { credential: assertion });
    expect(signedIn.envelope.error?.code).toBe("AUTHENTICATION_FAILED");
    const options = await begin<PublicKeyCredentialCreationOptionsJSON>("register/begin", {
      username: newName(),
    });
    const registration = authenticator.create(options, { clientData });
    const registered = await post(`${api}/register/complete`, { credential: registration });
    expect(registered.envelope.error?.code).toBe("INVALID_ATTESTATION");
  });

  it("refuse what another site's page, a wrong method or a malformed body sends", async () => {
    const send = (init: RequestInit) => fetch(`${inject("baseUrl")}${api}/authenticate/begin`, init);
    const headers = { "content-type": "application/json", origin: inject("baseUrl") };
    const foreign = await send({
      method: "POST",
      body: "{}",
      headers: { ...headers, origin: "https://evil.example" },
    });
    expect(foreign.status).toBe(403);
    expect((await send({ method: "GET" })).status).toBe(405);
    expect((await send({ method: "POST", body: "{", headers })).status).toBe(400);
    const large = await send({
      method: "POST",
      body: JSON.stringify({ username: "a".repeat(70_000) }),
      headers,
    });
    expect(large.status).toBe(413);
    const text = await send({
      method: "POST",
      body: "{}",
      headers: { ...headers, "content-type": "text/plain" },
    });
    expect(text.status).toBe(415);
  });
});
