/** RFC 9470, OAuth 2.0 Step Up Authentication Challenge: userinfo is the resource that demands it. */
import { describe, expect, it } from "vitest";
import type { PartialMetadata } from "#lib/clients/schema.ts";
import { updateClient } from "#lib/clients/update-client.ts";
import {
  authorize,
  callEndpoint,
  checkAnswer,
  checkTokenAnswer,
  completeFlow,
  readUserinfo,
  redeem,
} from "../support/flow.ts";
import { setUp } from "../support/set-up.ts";

const stage = setUp({ aged: {}, strong: {} });
const attempt = (app: keyof typeof stage.apps) => ({
  issuer: stage.issuer,
  browser: stage.browser,
  app: stage.apps[app],
});
const demand = async (app: keyof typeof stage.apps, changes: PartialMetadata) =>
  updateClient(await stage.issuer.operator(), { id: stage.apps[app].clientId, changes });

/** Since the person of this file was verified. Waiting for a limit of seconds would make the sign-in after it a race. */
async function letAnHourPass(): Promise<void> {
  const { db } = await stage.issuer.operator();
  for (const table of ["sessions", "access_tokens"])
    await db.execute(
      `update ${table} set auth_time = auth_time - interval '1 hour' where user_id = '${stage.browser.userId}'`,
    );
}

describe("RFC 9470 section 3: the challenge", () => {
  it("says acr_values to a token of a weaker authentication", async () => {
    const { tokens } = await completeFlow(attempt("strong"));
    await demand("strong", { requireDeviceBound: true });
    const response = await readUserinfo(stage.issuer, tokens.access_token);
    expect(response.status).toBe(401);
    const challenge = response.headers.get("www-authenticate") ?? "";
    expect(challenge).toMatch(/^Bearer /);
    expect(challenge).toContain('error="insufficient_user_authentication"');
    expect(challenge).toContain('acr_values="phrh"');
  });

  it("says max_age to a token of an older one, and is content after a new sign-in (4)", async () => {
    const { tokens } = await completeFlow(attempt("aged"));
    await demand("aged", { maxAuthenticationAgeSeconds: 60 });
    await letAnHourPass();
    const response = await readUserinfo(stage.issuer, tokens.access_token);
    expect(response.status).toBe(401);
    const challenge = response.headers.get("www-authenticate") ?? "";
    expect(challenge).toContain('error="insufficient_user_authentication"');
    expect(challenge).toContain('max_age="60"');

    const { sent, outcome } = await authorize(attempt("aged"), { max_age: "60" });
    expect(outcome.met).toContain("/sign-in");
    const code = checkAnswer(stage.issuer, stage.apps.aged, sent, outcome).get("code") ?? "";
    const stronger = await checkTokenAnswer(await redeem(attempt("aged"), code, sent));
    expect((await readUserinfo(stage.issuer, stronger.access_token)).status).toBe(200);
  });
});

describe("RFC 9470 section 6.2: what tokens say", () => {
  it("is acr and auth_time at introspection", async () => {
    const app = await stage.issuer.addApp({ firstParty: true });
    const { tokens, claims } = await completeFlow({ ...attempt("aged"), app });
    const answer = await callEndpoint(stage.issuer, "/oauth/introspect", app, { token: tokens.access_token });
    expect(await answer.json()).toMatchObject({
      active: true,
      acr: claims.acr,
      auth_time: claims.auth_time,
    });
  });
});
