/** The suite's modules about request objects that nobody signed: honoured, or refused in the right words; never ignored. */
import { expect, it } from "vitest";
import { authorize, checkAnswer, type Wishes } from "../support/flow.ts";
import type { Plan } from "./plan.ts";

const part = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
const unsigned = (claims: object) => `${part({ alg: "none" })}.${part(claims)}.`;

export function defineRequestObjectModules(plan: Plan, mode: Wishes): void {
  const ask = (wishes: Wishes) =>
    authorize({ issuer: plan.issuer(), app: plan.app(), browser: plan.browser() }, { ...mode, ...wishes });

  it("oidcc-unsigned-request-object-supported-correctly-or-rejected-as-unsupported", async () => {
    const { sent, outcome } = await ask({ request: unsigned({ state: "inside", nonce: "inside" }) });
    const parameters = checkAnswer(plan.issuer(), plan.app(), sent, outcome);
    expect(parameters.get("error")).toBe("request_not_supported");
  });

  it("oidcc-request-uri-unsigned-supported-correctly-or-rejected-as-unsupported", async () => {
    const { sent, outcome } = await ask({ request_uri: "https://app.example.com/request.jwt" });
    const parameters = checkAnswer(plan.issuer(), plan.app(), sent, outcome);
    expect(parameters.get("error")).toBe("request_uri_not_supported");
  });

  it("oidcc-ensure-request-object-with-redirect-uri", async () => {
    const { redirectUri } = plan.app();
    const request = unsigned({ redirect_uri: redirectUri });
    const { outcome } = await ask({ request, redirect_uri: `${redirectUri}/${crypto.randomUUID()}` });
    expect(outcome).toMatchObject({ kind: "page", status: 400 });
  });
}
