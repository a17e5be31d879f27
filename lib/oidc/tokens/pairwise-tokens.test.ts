import { decodeJwt } from "jose";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { UserActor } from "#lib/context/context.ts";
import { ensureSigningKeys } from "#lib/signing-keys/ensure-signing-keys.ts";
import { buildUser } from "#lib/testing/build-user.ts";
import { type TestDatabase, testDatabase } from "#lib/testing/test-database.ts";
import { buildApp, testApi } from "#lib/testing/token-clients.ts";
import {
  buildCode,
  credentialParameters,
  parameterEntries,
  redeemTestCode,
  requestTokens,
  type TestClient,
} from "#lib/testing/token-requests.ts";
import { answerUserinfo } from "../claims/answer-userinfo.ts";
import { introspectToken } from "../introspection/introspect-token.ts";
import { ensureSubjectSalt } from "../subjects/subject-salt.ts";
import { bearerToken } from "./open-access-token.ts";

let t: TestDatabase;
let person: UserActor;
beforeAll(async () => {
  t = await testDatabase();
  await ensureSigningKeys(t.runtime());
  await ensureSubjectSalt(t.runtime());
  ({ actor: person } = await buildUser(t.db));
});
afterAll(() => t.close());

const pairwise = (host: string) =>
  buildApp(t.context(), {
    subjectType: "pairwise",
    redirectUris: [`https://${host}/callback`],
    accessTokenFormat: "jwt",
    resources: [testApi],
  });
const signIn = async (app: TestClient, code = {}) =>
  redeemTestCode(t.context(), app, await buildCode(t.context(), app.client, person, code));
const introspect = async (app: TestClient, token: string | undefined) =>
  introspectToken(t.context(), {
    entries: parameterEntries({ ...credentialParameters(app), token }),
    authorization: undefined,
  });

describe("OIDC Core section 8.1, pairwise subjects in tokens", () => {
  it("are the same wherever one app looks, and others for another app", async () => {
    const app = await pairwise("a.example.com");
    const tokens = await signIn(app);
    const { sub } = decodeJwt(tokens.id_token ?? "");
    expect(sub).not.toBe(person.userId);
    expect(decodeJwt(tokens.access_token).sub).toBe(sub);
    expect((await answerUserinfo(t.context(), bearerToken(tokens.access_token))).claims.sub).toBe(sub);
    for (const token of [tokens.access_token, tokens.refresh_token])
      expect((await introspect(app, token)).sub).toBe(sub);
    const refreshed = await requestTokens(t.context(), app, {
      grant_type: "refresh_token",
      refresh_token: tokens.refresh_token,
    });
    expect(decodeJwt(refreshed.id_token ?? "").sub).toBe(sub);
    const other = decodeJwt((await signIn(await pairwise("b.example.com"))).id_token ?? "").sub;
    expect([sub, person.userId]).not.toContain(other);
  });

  it("are what a resource server sees of them, by JWT and by introspection alike", async () => {
    const app = await pairwise("c.example.com");
    const { access_token: token } = await signIn(app, { resources: [testApi] });
    const service = await buildApp(t.context(), { resources: [testApi] });
    expect((await introspect(service, token)).sub).toBe(decodeJwt(token).sub);
  });
});
