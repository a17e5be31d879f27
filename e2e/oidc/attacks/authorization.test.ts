/** Attacks on the authorization endpoint that the issue and RFC 9700 name, over HTTP. */
import { beforeAll, describe, expect, it } from "vitest";
import { signUp } from "../../support/protocol.ts";
import { authorizationUrl, locationOf, pkce, redirectUri, submit, visit } from "../relying-party.ts";
import { base, call, credentials, type MachineClient, registerClient } from "../rfc/machine-client.ts";

let client: MachineClient;
let stranger: MachineClient;
let cookie: string;
beforeAll(async () => {
  client = await registerClient();
  stranger = await registerClient({ firstParty: false });
  ({ cookie } = await signUp(`attack-${crypto.randomUUID()}@example.com`));
});

const ask = (overrides: Record<string, string | undefined> = {}, withCookie = cookie) =>
  visit(
    authorizationUrl({
      client_id: client.clientId,
      code_challenge: pkce().challenge,
      state: "s",
      ...overrides,
    }),
    withCookie,
  );
const interactionOf = (response: Response) => locationOf(response).searchParams.get("interaction") ?? "";

describe("RFC 9700 section 4.1: a redirect_uri that only looks registered", () => {
  it.each([
    "https://app.example.com/callback/",
    "https://app.example.com/callback/../evil",
    "https://app.example.com/callback%2f..%2fevil",
    "https://app.example.com/Callback",
    "https://APP.example.com/callback",
    "https://app.example.com./callback",
    "https://app.example.com:444/callback",
    "http://app.example.com/callback",
    "https://app.example.com@evil.example/callback",
    "https://evil.example\\@app.example.com/callback",
    "https://evil.example#@app.example.com/callback",
    "https://evil.example?x=https://app.example.com/callback",
    "https://app.example.com.evil.example/callback",
    "https://app.example.com/callback?x",
    "https://app.example.com/callback#x",
    "https://аpp.example.com/callback",
    "https://xn--pp-7cd.example.com/callback",
    "https://app.example.com/callback\u0000",
    "https://app.example.com/callback\r\nSet-Cookie: a=b",
    "javascript:alert(document.domain)//app.example.com/callback",
    "data:text/html,https://app.example.com/callback",
    "//app.example.com/callback",
    "https://*.example.com/callback",
  ])("ends on a page, not at %j", async (redirect_uri) => {
    const response = await ask({ redirect_uri });
    expect(response.status).toBe(400);
    expect(response.headers.get("location")).toBeNull();
    const page = await response.text();
    expect(page).not.toMatch(/http-equiv="refresh"|<form|<script/);
  });
});

describe("RFC 9700 section 4.4: mix-up", () => {
  it("is told apart by iss, in good answers and in errors", async () => {
    for (const wishes of [{}, { scope: "files" }, { prompt: "none", max_age: "0" }])
      expect(locationOf(await ask(wishes)).searchParams.get("iss")).toBe(base());
  });

  it("buys nothing with a code at another app", async () => {
    const { challenge, verifier } = pkce();
    const code = locationOf(await ask({ code_challenge: challenge })).searchParams.get("code") ?? "";
    const other = await registerClient();
    const grant = {
      grant_type: "authorization_code",
      redirect_uri: redirectUri,
      code,
      code_verifier: verifier,
    };
    expect((await call("token", { ...grant, ...credentials(other) })).body.error).toBe("invalid_grant");
    expect((await call("token", { ...grant, ...credentials(client) })).status).toBe(200);
  });
});

describe("RFC 9700 sections 4.5 and 4.8: code injection and PKCE downgrade", () => {
  const redeem = (code: string, code_verifier?: string) =>
    call("token", {
      ...credentials(client),
      grant_type: "authorization_code",
      redirect_uri: redirectUri,
      code,
      code_verifier,
    });

  it("needs the verifier of the very request", async () => {
    const [mine, theirs] = [pkce(), pkce()];
    const codeFor = async (challenge: string) =>
      locationOf(await ask({ code_challenge: challenge })).searchParams.get("code") ?? "";
    expect((await redeem(await codeFor(theirs.challenge), mine.verifier)).body.error).toBe("invalid_grant");
    expect((await redeem(await codeFor(theirs.challenge))).body.error).toBe("invalid_grant");
    expect((await redeem(await codeFor(mine.challenge), mine.verifier)).status).toBe(200);
  });

  it.each([
    ["plain", { code_challenge_method: "plain" }],
    ["no method", { code_challenge_method: undefined }],
    ["an empty challenge", { code_challenge: "" }],
    ["no challenge", { code_challenge: undefined, code_challenge_method: undefined }],
  ])("cannot be had with %s", async (_, overrides) => {
    const { searchParams } = locationOf(await ask(overrides));
    expect(searchParams.get("error")).toBe("invalid_request");
    expect(searchParams.has("code")).toBe(false);
  });

  it("is noticed where the challenge was stripped from the request", async () => {
    const free = await registerClient({ requirePkce: false });
    const bare = { code_challenge: undefined, code_challenge_method: undefined };
    const code = locationOf(await ask({ client_id: free.clientId, ...bare })).searchParams.get("code") ?? "";
    const { body } = await call("token", {
      ...credentials(free),
      grant_type: "authorization_code",
      redirect_uri: redirectUri,
      code,
      code_verifier: pkce().verifier,
    });
    expect(body.error).toBe("invalid_grant");
  });
});

describe("parameter pollution (RFC 6749 section 3.1)", () => {
  it.each(["client_id", "redirect_uri", "state"])("with a second %s ends on a page", async (name) => {
    const address = authorizationUrl({
      client_id: client.clientId,
      code_challenge: pkce().challenge,
      state: "s",
    });
    const response = await visit(`${address}&${name}=other`, cookie);
    expect(response.status).toBe(400);
    expect(response.headers.get("location")).toBeNull();
  });

  it.each(["response_type", "scope", "prompt", "nonce", "code_challenge", "response_mode", "claims"])(
    "with a second %s is refused",
    async (name) => {
      const address = authorizationUrl({
        client_id: client.clientId,
        code_challenge: pkce().challenge,
        [name]: "code",
      });
      const response = await visit(`${address}&${name}=code`, cookie);
      expect(locationOf(response).searchParams.get("error")).toBe("invalid_request");
    },
  );

  it("with names of Object's own or arrays changes nothing", async () => {
    const odd = { __proto__: "1", constructor: "2", "scope[]": "email", "client_id[x]": "y" };
    expect(locationOf(await ask(odd)).searchParams.has("code")).toBe(true);
  });
});

describe("parameters of a megabyte", () => {
  const huge = "x".repeat(1_000_000);
  it.each(["state", "scope", "request", "claims", "login_hint", "unknown"])(
    "in %s are refused by GET and by POST, never by an error of ours",
    async (name) => {
      const get = await ask({ [name]: huge }).catch(() => undefined);
      // Node may close the connection of a request line that long before fetch has written all of it.
      if (get) expect([400, 413, 414, 431]).toContain(get.status);
      const body = new URLSearchParams({
        client_id: client.clientId,
        redirect_uri: redirectUri,
        [name]: huge,
      });
      const post = await visit(`${base()}/oauth/authorize`, cookie, { method: "POST", body });
      expect([400, 413]).toContain(post.status);
    },
  );

  it("in 10,000 pieces are refused too", async () => {
    const body = new URLSearchParams(Array.from({ length: 4_000 }, (_, index) => [`p${index}`, "x"]));
    body.set("client_id", client.clientId);
    const response = await visit(`${base()}/oauth/authorize`, cookie, { method: "POST", body });
    expect(response.status).toBe(400);
  });
});

describe("the pages on the way", () => {
  it("cannot be answered by another site's form", async () => {
    const interaction = interactionOf(await ask({ client_id: stranger.clientId }));
    for (const [path, fields] of [
      ["/oauth/consent", { interaction, decision: "allow" }],
      ["/oauth/choose-account", { interaction, session: "x" }],
    ] as const) {
      const response = await submit(path, fields, { cookie, origin: "https://evil.example" });
      expect(response.status).toBe(403);
    }
  });

  it("cannot be answered for somebody else: the consent is of who sends it", async () => {
    const { cookie: theirs, user } = await signUp(`victim-${crypto.randomUUID()}@example.com`);
    const interaction = interactionOf(await ask({ client_id: stranger.clientId }));
    const response = await submit("/oauth/consent", { interaction, decision: "allow" }, { cookie: theirs });
    const code = locationOf(response).searchParams.get("code");
    const mine = await ask({ client_id: stranger.clientId, prompt: "none" });
    expect(locationOf(mine).searchParams.get("error")).toBe("consent_required");
    expect([code === null, user.id]).toEqual([false, expect.any(String)]);
  });

  it("choose no session of another browser", async () => {
    const { cookie: theirs } = await signUp(`other-${crypto.randomUUID()}@example.com`);
    const response = await ask({ prompt: "select_account" });
    const sessions = (await (
      await fetch(`${base()}/api/v1/me/sessions`, { headers: { cookie: theirs } })
    ).json()) as {
      data?: { sessions?: { id: string }[] };
    };
    const session = sessions.data?.sessions?.[0]?.id ?? "00000000-0000-7000-8000-000000000000";
    const fields = { interaction: interactionOf(response), session };
    expect((await submit("/oauth/choose-account", fields, { cookie })).status).toBe(404);
  });
});
