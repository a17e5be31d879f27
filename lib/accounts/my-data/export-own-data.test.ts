import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { auditEvents } from "#drizzle/schema/audit.ts";
import { appendAuditEvents } from "#lib/audit/append-audit-event.ts";
import type { Context, UserActor } from "#lib/context/context.ts";
import { newId } from "#lib/crypto/random.ts";
import { DomainError } from "#lib/errors/domain-error.ts";
import { ensureSigningKeys } from "#lib/signing-keys/ensure-signing-keys.ts";
import { buildUser } from "#lib/testing/build-user.ts";
import { type TestDatabase, testDatabase, testNow } from "#lib/testing/test-database.ts";
import { buildApp } from "#lib/testing/token-clients.ts";
import type { TestClient } from "#lib/testing/token-requests.ts";
import { buildWholePerson, type WholePerson, wholeProfile } from "#lib/testing/whole-person.ts";
import { updateProfile } from "../profile/update-profile.ts";
import { exportOwnData } from "./export-own-data.ts";

const smtp = { SMTP_URL: "smtp://localhost", MAIL_FROM: "id@example.com" };
let t: TestDatabase;
let app: TestClient;
let zora: WholePerson;

beforeAll(async () => {
  t = await testDatabase(smtp);
  await ensureSigningKeys(t.runtime());
  app = await buildApp(t.context());
  zora = await buildWholePerson(t.context(), app);
});
afterAll(() => t.close());

const as = (actor: UserActor) => t.context({ actor, requestId: newId<string>() });
async function read(ctx: Context): Promise<{ text: string; pieces: number; filename: string }> {
  const { filename, pieces } = await exportOwnData(ctx);
  const all: string[] = [];
  for await (const piece of pieces) all.push(piece);
  return { text: all.join(""), pieces: all.length, filename };
}
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => "done",
    (error) => (error instanceof DomainError ? error.code : String(error)),
  );
const eventsOf = (requestId: string) =>
  t.db.select().from(auditEvents).where(eq(auditEvents.requestId, requestId));

describe("the document", () => {
  it("has everything that is known of the person", async () => {
    const { text, filename } = await read(as(zora.actor));
    expect(filename).toBe("id.example.com-my-data-2026-06-01.json");
    const document = JSON.parse(text);
    expect(document).toMatchObject({
      format: "latchkey/my-data/1",
      issuer: "https://id.example.com",
      exportedAt: testNow.toISOString(),
      profile: { ...wholeProfile, username: zora.actor.username, emailVerified: false },
      picture: { mediaType: "image/jpeg", encoding: "base64" },
      pendingEmail: { email: zora.pendingEmail },
      passkeys: [{ id: zora.passkey.id, name: "Chrome on Linux", revokedAt: null }],
      recoveryCodes: { total: 10, left: 10 },
      sessions: [{ id: zora.actor.sessionId, ip: "192.0.2.1", apps: ["Notes"] }],
      apps: [{ clientId: app.client.id, name: "Notes" }],
      groups: [{ name: zora.groupName }],
      claims: [{ name: "employee", value: "quill-4711" }],
      invitations: { used: [{ email: zora.actor.username }], made: [] },
      apiKeys: [],
    });
    expect(document.knownPlaces).toHaveLength(1);
    const actions = document.activity.map(({ action }: { action: string }) => action);
    expect(actions).toEqual(
      expect.arrayContaining(["user.created", "profile.changed", "claim.set", "email.requested"]),
    );
    expect(actions.at(-1)).toBe("data.exported");
  });

  it("has no secret, no hash of one and no key", async () => {
    const { text } = await read(as(zora.actor));
    const secrets = [zora.token, zora.tokens.access, zora.tokens.refresh];
    const columns = await t.sql<{ value: Buffer }[]>`
      select token_hash as value from sessions union all select public_key from credentials
      union all select code_hash from recovery_codes union all select token_hash from email_verifications
      union all select webauthn_handle from users union all select token_hash from access_tokens
      union all select token_hash from invitations union all select token_hash from sign_in_links`;
    expect(columns.length).toBeGreaterThan(15);
    for (const { value } of columns)
      secrets.push(...(["hex", "base64", "base64url"] as const).map((form) => value.toString(form)));
    for (const secret of secrets) expect(text).not.toContain(secret);
  });

  it("has nothing of anybody else: no name, no address, no browser", async () => {
    const other = await buildWholePerson(t.context({ ip: "203.0.113.77" }), app);
    const { actor } = await buildUser(t.db, { role: "admin", displayName: "Ada Admin" });
    const admin = t.context({
      actor: { ...actor, amr: ["hwk", "user", "mfa"] },
      ip: "203.0.113.99",
      userAgent: "Ada's own browser",
    });
    await updateProfile(admin, zora.actor.userId, { nickname: "Zo" });
    const { text } = await read(as(zora.actor));
    for (const foreign of [
      other.actor.userId,
      other.actor.username,
      other.pendingEmail,
      "203.0.113",
      "Ada's own browser",
      actor.userId,
      "Ada Admin",
    ])
      expect(text, foreign).not.toContain(foreign);
    const event = JSON.parse(text).activity.find(
      ({ action }: { action: string }) => action === "user.changed",
    );
    expect(event).toMatchObject({ by: "administrator", details: { after: '{"nickname":"Zo"}' } });
  });

  it("comes in pieces, each event once and in order, however many there are", async () => {
    const { actor } = await buildUser(t.db);
    const own: UserActor = { ...actor, amr: ["hwk", "user", "mfa"] };
    for (const seconds of [3, 1, 2])
      await appendAuditEvents(
        { ...as(own), now: new Date(testNow.getTime() - seconds * 1000) },
        t.db,
        Array.from({ length: 600 }, () => ({
          action: "profile.changed" as const,
          outcome: "success" as const,
          subjectUserId: own.userId,
        })),
      );
    const { text, pieces } = await read(as(own));
    const activity = JSON.parse(text).activity as { id: string; occurredAt: string }[];
    expect(activity).toHaveLength(1801);
    expect(new Set(activity.map(({ id }) => id)).size).toBe(1801);
    const times = activity.map(({ occurredAt }) => occurredAt);
    expect(times).toEqual(times.toSorted());
    expect(pieces).toBeGreaterThan(1800);
  });
});

describe("who may have it", () => {
  it("is the person with a passkey of the last minutes, and that is written down", async () => {
    const ctx = as(zora.actor);
    await exportOwnData(ctx);
    expect(await eventsOf(ctx.requestId)).toMatchObject([
      { action: "data.exported", outcome: "success", subjectUserId: zora.actor.userId },
    ]);
    const weak: Partial<UserActor>[] = [
      { amr: ["hwk", "user"] },
      { authTime: new Date(testNow.getTime() - 601_000) },
      { method: "recovery_code", acr: "urn:latchkey:recovery", amr: ["otp"], authTime: testNow },
      { method: "email_link", acr: "urn:latchkey:recovery", amr: [], authTime: testNow },
    ];
    for (const deviation of weak) {
      const refused = as({ ...zora.actor, ...deviation });
      expect(await codeOf(exportOwnData(refused))).toBe("STEP_UP_REQUIRED");
      expect(await eventsOf(refused.requestId)).toMatchObject([
        { action: "data.exported", outcome: "failure", reason: "STEP_UP_REQUIRED" },
      ]);
    }
    for (const actor of [{ type: "anonymous" }, { type: "operator" }] as const)
      expect(await codeOf(exportOwnData(t.context({ actor })))).toBe("UNAUTHENTICATED");
  });
});
