/** RFC 8707, Resource Indicators. */
import { decodeJwt } from "jose";
import { describe, expect, it } from "vitest";
import { authorize, callEndpoint, checkAnswer, errorOf, redeem, type Wishes } from "../support/flow.ts";
import { setUp } from "../support/set-up.ts";

const files = "https://files.example.com/";
const mail = "https://mail.example.com/";
const stage = setUp({
  app: { resources: [files, mail], accessTokenFormat: "jwt" },
  machine: {
    redirectUris: [],
    grantTypes: ["client_credentials"],
    scopes: ["read"],
    resources: [files],
    accessTokenFormat: "jwt",
  },
});
const ask = (wishes: Wishes) =>
  authorize({ issuer: stage.issuer, browser: stage.browser, app: stage.apps.app }, wishes);
const tokensFor = async (wishes: Wishes, atToken: Wishes = {}) => {
  const { sent, outcome } = await ask(wishes);
  const code = checkAnswer(stage.issuer, stage.apps.app, sent, outcome).get("code") ?? "";
  return redeem({ issuer: stage.issuer, app: stage.apps.app }, code, sent, atToken);
};
const audienceOf = async (response: Response) => {
  const { access_token } = (await response.json()) as { access_token: string };
  return [decodeJwt(access_token).aud].flat();
};

describe("RFC 8707 section 2.1: the authorization request", () => {
  it("may name a resource, and more than one: the token is for those", async () => {
    expect(await audienceOf(await tokensFor({ resource: files }))).toEqual([files]);
    const both = await audienceOf(await tokensFor({ resource: [files, mail] }));
    expect([...both].sort()).toEqual([files, mail]);
  });

  it.each([
    ["one that is not the client's", "https://other.example/"],
    ["no absolute URI", "files"],
    ["one with a fragment", `${files}#x`],
    ["one that looks alike", "https://files.example.com"],
    ["one among good ones", [files, "https://other.example/"]],
  ])("refuses %s by invalid_target", async (_, resource) => {
    const { sent, outcome } = await ask({ resource });
    const parameters = checkAnswer(stage.issuer, stage.apps.app, sent, outcome);
    expect(parameters.get("error")).toBe("invalid_target");
  });
});

describe("RFC 8707 section 2.2: the token request", () => {
  it("may narrow to one of those that were granted", async () => {
    const answer = await tokensFor({ resource: [files, mail] }, { resource: mail });
    expect(await audienceOf(answer)).toEqual([mail]);
  });

  it("refuses one that was not granted by invalid_target", async () => {
    const answer = await tokensFor({ resource: files }, { resource: mail });
    expect(answer.status).toBe(400);
    expect(await errorOf(answer)).toBe("invalid_target");
  });

  it("keeps all of the grant for later refreshes", async () => {
    const first = await tokensFor({ resource: [files, mail] }, { resource: files });
    const { refresh_token } = (await first.json()) as { refresh_token: string };
    const refresh = { grant_type: "refresh_token", refresh_token, resource: mail };
    const second = await callEndpoint(stage.issuer, "/oauth/token", stage.apps.app, refresh);
    expect(await audienceOf(second)).toEqual([mail]);
  });

  it("serves client credentials too", async () => {
    const request = { grant_type: "client_credentials", scope: "read" };
    const call = (resource: string) =>
      callEndpoint(stage.issuer, "/oauth/token", stage.apps.machine, { ...request, resource });
    expect(await audienceOf(await call(files))).toEqual([files]);
    expect(await errorOf(await call(mail))).toBe("invalid_target");
  });
});
