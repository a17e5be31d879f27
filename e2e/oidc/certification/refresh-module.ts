/** The suite's module about refresh tokens, with its two clients. */
import { expect, it } from "vitest";
import {
  callEndpoint,
  checkIdToken,
  checkTokenAnswer,
  completeFlow,
  errorOf,
  readUserinfo,
  type Wishes,
} from "../support/flow.ts";
import { entropyBits } from "./entropy-bits.ts";
import type { Plan } from "./plan.ts";

export function defineRefreshModule(plan: Plan, mode: Wishes): void {
  it("oidcc-refresh-token", async () => {
    const issuer = plan.issuer();
    const app = plan.app();
    const offline = { scope: "openid offline_access", prompt: "consent" };
    expect(plan.metadata().scopes_supported).toContain("offline_access");
    const flow = (as = app) =>
      completeFlow({ issuer, app: as, browser: plan.browser() }, { ...mode, ...offline });
    const refresh = (as: typeof app, token: string) =>
      callEndpoint(issuer, "/oauth/token", as, { grant_type: "refresh_token", refresh_token: token });

    const { tokens, claims } = await flow();
    const first = tokens.refresh_token ?? "";
    expect(entropyBits(first)).toBeGreaterThan(96);
    const renewed = await checkTokenAnswer(await refresh(app, first));
    expect(renewed.access_token).not.toBe(tokens.access_token);
    expect((await readUserinfo(issuer, renewed.access_token)).status).toBe(200);
    const { payload } = await checkIdToken(issuer, app, renewed.id_token, undefined);
    for (const name of ["iss", "sub", "aud", "auth_time"]) expect(payload[name]).toEqual(claims[name]);
    expect(Number(payload.iat)).toBeGreaterThanOrEqual(Number(claims.iat));

    const others = await flow(plan.second());
    const stolen = await refresh(app, others.tokens.refresh_token ?? "");
    expect(stolen.status).toBe(400);
    expect(await errorOf(stolen)).toBe("invalid_grant");
  });
}
