/** RFC 9207, Authorization Server Issuer Identification: against mix-up. */
import { describe, expect, it } from "vitest";
import { authorize, makeRequest } from "../support/flow.ts";
import { setUp } from "../support/set-up.ts";

const https = { redirectUris: ["https://app.example.com/callback"] };
const stage = setUp({
  app: { ...https, responseTypes: ["code", "id_token", "code id_token"] },
  stranger: { firstParty: false },
});
const attempt = (app = stage.apps.app) => ({ issuer: stage.issuer, browser: stage.browser, app });

describe("RFC 9207 section 2: the iss parameter", () => {
  it.each([
    ["a code", {}],
    ["a code by form_post", { response_mode: "form_post" }],
    ["a code in the fragment", { response_mode: "fragment" }],
    ["tokens", { response_type: "id_token" }],
    ["a hybrid answer", { response_type: "code id_token" }],
    ["an error", { scope: "files" }],
    ["an error about the request", { response_type: undefined }],
    ["an error of a silent check", { prompt: "none", max_age: "0" }],
  ])("is in the answer with %s", async (_, wishes) => {
    const { outcome } = await authorize(attempt(), wishes);
    expect(outcome.kind).toBe("answer");
    expect(outcome.parameters.getAll("iss")).toEqual([stage.issuer.address]);
  });

  it("is in the answer with a person's no", async () => {
    const { outcome } = await authorize(attempt(stage.apps.stranger), {}, { consent: "deny" });
    expect(outcome.parameters.get("iss")).toBe(stage.issuer.address);
  });

  it("is the issuer's own address whatever Host says", async () => {
    const { address } = makeRequest(attempt());
    const response = await stage.issuer.fetch(address, {
      headers: { cookie: stage.browser.cookie(), "x-forwarded-host": "evil.example" },
    });
    const location = new URL(response.headers.get("location") ?? "");
    expect(location.searchParams.get("iss")).toBe(stage.issuer.address);
  });
});

describe("RFC 9207 section 2.4 and 3: metadata", () => {
  it("says that iss comes, and names the issuer by the same string", async () => {
    expect(await stage.issuer.metadata()).toMatchObject({
      issuer: stage.issuer.address,
      authorization_response_iss_parameter_supported: true,
    });
  });
});
