import { drizzle } from "drizzle-orm/postgres-js";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { UserId } from "#drizzle/schema/ids.ts";
import * as schema from "#drizzle/schema/index.ts";
import { randomToken } from "#lib/crypto/random.ts";
import { StartupError } from "#lib/errors/startup-error.ts";
import { type TestDatabase, testDatabase } from "#lib/testing/test-database.ts";
import { type SubjectClient, subjectOf } from "./subject-of.ts";
import { ensureSubjectSalt } from "./subject-salt.ts";

let t: TestDatabase;
beforeAll(async () => {
  t = await testDatabase();
  await ensureSubjectSalt(t.runtime());
});
afterAll(() => t.close());

/** The same database as another process would see it: nothing cached. */
const otherInstance = () => ({ ...t.runtime(), db: drizzle(t.sql, { schema }) });
const ana = "0190a1b2-0000-7000-8000-000000000001" as UserId;
const ben = "0190a1b2-0000-7000-8000-000000000002" as UserId;
const pairwise = (sectorIdentifier: string | null, ...redirectUris: string[]): SubjectClient => ({
  subjectType: "pairwise",
  sectorIdentifier,
  redirectUris,
});

describe("OpenID Connect Core section 8: subjects", () => {
  it("are the person's id for public apps", () => {
    const client: SubjectClient = { subjectType: "public", sectorIdentifier: null, redirectUris: [] };
    expect(subjectOf(t.runtime(), client, ana)).toBe(ana);
  });

  it("are the same in one sector, and not in two, and never the person's id", () => {
    const notes = pairwise("example.com");
    const photos = pairwise("example.com");
    const shop = pairwise("example.org");
    const subject = subjectOf(t.runtime(), notes, ana);
    expect(subject).toMatch(/^[A-Za-z0-9_-]{43}$/);
    expect(subjectOf(t.runtime(), photos, ana)).toBe(subject);
    expect(subjectOf(t.runtime(), shop, ana)).not.toBe(subject);
    expect(subjectOf(t.runtime(), notes, ben)).not.toBe(subject);
  });

  it("have the host of the redirect URI for a sector where none was verified", () => {
    const byHost = pairwise(null, "https://example.com/callback");
    expect(subjectOf(t.runtime(), byHost, ana)).toBe(subjectOf(t.runtime(), pairwise("example.com"), ana));
    const native = [pairwise(null, "com.example.a:/cb"), pairwise(null, "com.example.b:/cb")];
    expect(new Set(native.map((client) => subjectOf(t.runtime(), client, ana))).size).toBe(2);
  });

  it("never meet, whatever sectors and people there are", () => {
    const sector = fc.domain();
    const person = fc.uuid().map((id) => id as UserId);
    fc.assert(
      fc.property(sector, sector, person, person, (a, b, one, two) => {
        const same = a === b && one === two;
        const left = subjectOf(t.runtime(), pairwise(a), one);
        expect(left === subjectOf(t.runtime(), pairwise(b), two)).toBe(same);
      }),
    );
  });

  it("stay the same on every instance, after a restart, and when the encryption keys change", async () => {
    const before = subjectOf(t.runtime(), pairwise("example.com"), ana);
    const instances = Array.from({ length: 5 }, otherInstance);
    await Promise.all(instances.map(ensureSubjectSalt));
    const newKey = { id: "newer", key: randomToken(32) };
    const rotated = { ...otherInstance(), keyring: { keys: [newKey, ...t.keyring.keys] as const } };
    await ensureSubjectSalt(rotated);
    for (const instance of [...instances, rotated])
      expect(subjectOf(instance, pairwise("example.com"), ana)).toBe(before);
  });

  it("are of one salt, however many instances make one at once", async () => {
    const other = await testDatabase();
    const instances = Array.from({ length: 6 }, () => ({
      ...other.runtime(),
      db: drizzle(other.sql, { schema }),
    }));
    await Promise.all(instances.map(ensureSubjectSalt));
    const subjects = instances.map((instance) => subjectOf(instance, pairwise("example.com"), ana));
    expect(new Set(subjects).size).toBe(1);
    expect(subjects[0]).not.toBe(subjectOf(t.runtime(), pairwise("example.com"), ana));
    await other.close();
  });

  it("keep their salt sealed, and need the keys that it was sealed with", async () => {
    const [row] = await t.sql`select value from settings where name = 'subject_salt'`;
    expect(Buffer.from(String(row?.value), "base64url").length).toBeGreaterThan(32 + 28);
    const foreign = {
      ...otherInstance(),
      keyring: { keys: [{ id: "test", key: randomToken(32) }] as const },
    };
    await expect(ensureSubjectSalt(foreign)).rejects.toThrow(StartupError);
  });
});
