import { desc } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { auditEvents } from "#drizzle/schema/audit.ts";
import { selectClientErrors } from "#lib/clients/errors/store.ts";
import type { UserActor } from "#lib/context/context.ts";
import { sha256 } from "#lib/crypto/hash.ts";
import { ensureSigningKeys } from "#lib/signing-keys/ensure-signing-keys.ts";
import { buildUser } from "#lib/testing/build-user.ts";
import { type TestDatabase, testDatabase, testNow } from "#lib/testing/test-database.ts";
import { buildApp } from "#lib/testing/token-clients.ts";
import {
  buildCode,
  credentialParameters,
  parameterEntries,
  redeemTestCode,
  requestTokens,
  type TestClient,
} from "#lib/testing/token-requests.ts";
import { findLiveAccessToken } from "../tokens/store.ts";
import { revokeToken } from "./revoke-token.ts";

let t: TestDatabase;
let app: TestClient;
let open: TestClient;
let person: UserActor;
beforeAll(async () => {
  t = await testDatabase();
  await ensureSigningKeys(t.runtime());
  app = await buildApp(t.context());
  open = await buildApp(t.context(), { tokenEndpointAuthMethod: "none" });
  ({ actor: person } = await buildUser(t.db));
});
afterAll(() => t.close());

const signIn = async (as = app) =>
  redeemTestCode(t.context(), as, await buildCode(t.context(), as.client, person));
const revoke = (token: unknown, as = app, parameters = {}) =>
  revokeToken(t.context(), {
    entries: parameterEntries({ ...credentialParameters(as), token: token as string, ...parameters }),
    authorization: undefined,
  });
const refresh = (refresh_token: string | undefined, as = app) =>
  requestTokens(t.context(), as, { grant_type: "refresh_token", refresh_token });
const works = async (token: string) =>
  (await findLiveAccessToken(t.db, { tokenHash: sha256(token), now: testNow })) !== undefined;
const lastEvent = async () =>
  (await t.db.select().from(auditEvents).orderBy(desc(auditEvents.id)).limit(1))[0];

describe("RFC 7009 section 2.1, revocation", () => {
  it("of an access token ends that one, and leaves the refresh token", async () => {
    const { access_token: token, refresh_token } = await signIn();
    await revoke(token);
    expect(await works(token)).toBe(false);
    expect(await lastEvent()).toMatchObject({
      action: "token.revoked",
      outcome: "success",
      subjectUserId: person.userId,
      details: { kind: "access", revokedTokens: 1 },
    });
    await refresh(refresh_token);
  });

  it("of a refresh token ends its family and all its access tokens, whatever the hint", async () => {
    for (const token_type_hint of [undefined, "refresh_token", "access_token", "other"]) {
      const first = await signIn(open);
      const second = await refresh(first.refresh_token, open);
      await revoke(second.refresh_token, open, { token_type_hint });
      for (const token of [first.access_token, second.access_token]) expect(await works(token)).toBe(false);
      await expect(refresh(second.refresh_token, open)).rejects.toMatchObject({ code: "invalid_grant" });
    }
  });

  it("of a refresh token that was used already ends the family too", async () => {
    const { refresh_token: first } = await signIn();
    const { refresh_token: second } = await refresh(first);
    await revoke(first);
    await expect(refresh(second)).rejects.toMatchObject({ code: "invalid_grant" });
  });

  it("refuses a token of another client, which goes on", async () => {
    const { access_token, refresh_token } = await signIn();
    for (const token of [access_token, refresh_token]) {
      await expect(revoke(token, open)).rejects.toMatchObject({ code: "invalid_grant" });
      expect(await lastEvent()).toMatchObject({ action: "token.revoked", outcome: "failure" });
      const [kept] = await selectClientErrors(t.db, open.client.id);
      expect(kept).toMatchObject({ endpoint: "/oauth/revoke", code: "invalid_grant" });
    }
    expect(await works(access_token)).toBe(true);
    await refresh(refresh_token);
  });

  it("refuses who is not the client, and a request without a token", async () => {
    const { access_token: token } = await signIn();
    await expect(revoke(token, { ...app, secret: "wrong" })).rejects.toMatchObject({
      code: "invalid_client",
    });
    for (const bad of [undefined, "", ["a", "b"]])
      await expect(revoke(bad)).rejects.toMatchObject({ code: "invalid_request" });
    expect(await works(token)).toBe(true);
  });

  it("leaves nothing alive when refreshes run at the same time", async () => {
    for (let round = 0; round < 5; round += 1) {
      const { refresh_token } = await signIn(open);
      const attempts = Array.from({ length: 20 }, () => refresh(refresh_token, open));
      await Promise.allSettled([
        ...attempts.slice(0, 10),
        revoke(refresh_token, open),
        ...attempts.slice(10),
      ]);
      const [row] =
        await t.sql`select count(*)::int as alive from refresh_tokens r where revoked_at is null and family_id =
        (select family_id from refresh_tokens where token_hash = ${Buffer.from(sha256(refresh_token ?? ""))})`;
      expect(row?.alive).toBe(0);
    }
  });
});

describe("RFC 7009 section 2.2", () => {
  it.each(["x", "A".repeat(43), "a.b.c", "\u{1f511}"])(
    "has nothing against the unknown token %j",
    async (token) => {
      await revoke(token);
    },
  );

  it("has nothing against a token that is revoked already, and writes nothing about it", async () => {
    const { access_token: token } = await signIn();
    await revoke(token);
    const before = (await lastEvent())?.id;
    await revoke(token);
    expect((await lastEvent())?.id).toBe(before);
  });
});
