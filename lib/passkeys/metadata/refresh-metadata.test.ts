import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { asc } from "drizzle-orm";
import { drizzle } from "drizzle-orm/postgres-js";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { auditEvents } from "#drizzle/schema/audit.ts";
import * as schema from "#drizzle/schema/index.ts";
import type { Context, Runtime } from "#lib/context/context.ts";
import { checkMetadata } from "#lib/health/check-metadata.ts";
import { refreshAuthenticatorMetadata } from "#lib/jobs/refresh-authenticator-metadata.ts";
import { buildMetadataBlob } from "#lib/testing/metadata/build-metadata-blob.ts";
import {
  buildRevocationList,
  makeMetadataAuthority,
  toPem,
} from "#lib/testing/metadata/metadata-authority.ts";
import { metadataEntry } from "#lib/testing/metadata/metadata-entry.ts";
import { type TestDatabase, testDatabase, testNow } from "#lib/testing/test-database.ts";
import { loadMetadataAtStart } from "./load-metadata-at-start.ts";
import { metadataFor, metadataInMemory } from "./metadata-for.ts";
import { refreshMetadata } from "./refresh-metadata.ts";

const authority = makeMetadataAuthority();
const aaguid = "c5703116-972b-4851-a3e7-ae1259843399";
const never = new AbortController().signal;
const later = (hours: number) => new Date(testNow.getTime() + hours * 3_600_000);

let t: TestDatabase;
let folder: string;
let ctx: Context;

const blobOf = (no: number, description = "Example", by = authority) =>
  buildMetadataBlob({
    authority: by,
    entries: [metadataEntry({ aaguid, roots: [], description })],
    no,
    nextUpdate: "2026-07-01",
  });
const put = (blob: string) => writeFileSync(join(folder, "blob.jwt"), `${blob}\n`);

/** As a process of its own would see it: the same database, nothing in memory. */
function instance(variables: Record<string, string> = {}): Runtime {
  const runtime = t.runtime({
    MDS_BLOB: join(folder, "blob.jwt"),
    MDS_ROOT: join(folder, "root.pem"),
    MDS_CRL: join(folder, "lists.crl"),
    ...variables,
  });
  return { ...runtime, db: drizzle(t.sql, { schema }) };
}
const contextOf = (runtime: Runtime, now = testNow): Context =>
  t.context({ ...runtime, now, actor: { type: "system", name: "test" } });
const serialIn = async (runtime: Runtime) => (await metadataFor(runtime))?.serial;

async function events() {
  const rows = await t.db.select().from(auditEvents).orderBy(asc(auditEvents.id));
  return rows
    .filter(({ action }) => action.startsWith("metadata."))
    .map(({ action, reason }) => (reason === null ? action : `${action}: ${reason}`));
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "latchkey-mds-"));
});
afterAll(() => rmSync(folder, { recursive: true }));
beforeEach(async () => {
  t = await testDatabase();
  writeFileSync(join(folder, "root.pem"), authority.rootPem);
  writeFileSync(join(folder, "lists.crl"), buildRevocationList(authority.intermediate, { revoked: [] }));
  put(blobOf(5));
  ctx = contextOf(instance());
});
afterEach(() => t.close());

describe("refreshing the metadata", () => {
  it("takes what proves itself, and writes that to the trail once", async () => {
    expect(await refreshMetadata(ctx)).toEqual({ kind: "loaded", serial: 5 });
    expect(await refreshMetadata(ctx)).toEqual({ kind: "unchanged" });
    expect((await metadataFor(ctx))?.byAaguid.get(aaguid)?.name).toBe("Example");
    expect(await events()).toEqual(["metadata.loaded"]);
  });

  it("is off without MDS_BLOB, even where a BLOB is stored", async () => {
    await refreshMetadata(ctx);
    const off = { ...ctx, config: t.runtime().config };
    expect(await refreshMetadata(off)).toEqual({ kind: "off" });
    expect(await metadataFor(off)).toBeUndefined();
  });

  it("is for the program and its operators", async () => {
    await expect(refreshMetadata({ ...ctx, actor: { type: "anonymous" } })).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
  });

  it("takes a newer one, and the same number once more with other words", async () => {
    await refreshMetadata(ctx);
    put(blobOf(6));
    expect(await refreshMetadata(ctx)).toEqual({ kind: "loaded", serial: 6 });
    put(blobOf(6, "Renamed"));
    expect(await refreshMetadata(ctx)).toEqual({ kind: "loaded", serial: 6 });
    expect((await metadataFor(ctx))?.byAaguid.get(aaguid)?.name).toBe("Renamed");
  });

  it.each([
    ["an older one", () => blobOf(4), "older"],
    ["a wrongly signed one", () => blobOf(6, "x", makeMetadataAuthority()), "chain"],
    ["a broken one", () => blobOf(6).slice(0, -30), "signature"],
    [
      "an altered one",
      () => buildMetadataBlob({ authority, entries: [], no: 6, fault: "payload-altered" }),
      "signature",
    ],
    [
      "one without entries",
      () => buildMetadataBlob({ authority, entries: [], no: 6, fault: "entries-missing" }),
      "payload",
    ],
    ["what is no BLOB", () => "not a blob", "not_a_jwt"],
    ["nothing", () => "", "not_a_jwt"],
  ])("refuses %s, says so once, and keeps the last good one", async (_, make, problem) => {
    await refreshMetadata(ctx);
    put(make());
    expect(await refreshMetadata(ctx)).toEqual({ kind: "refused", problem });
    expect(await refreshMetadata(ctx)).toEqual({ kind: "unchanged" });
    expect(await refreshMetadata(ctx, { force: true })).toEqual({ kind: "refused", problem });
    expect(await serialIn(ctx)).toBe(5);
    expect(await serialIn(instance())).toBe(5);
    expect(await events()).toEqual(["metadata.loaded", `metadata.refused: ${problem}`]);
    const [row] = await checkMetadata(ctx, testNow);
    expect(row).toMatchObject({
      status: "degraded",
      message: expect.stringContaining("5 is in use. The newest"),
    });
  });

  it("refuses a signer that was revoked, and one whose authority was", async () => {
    const { root, intermediate, leaf } = authority;
    for (const list of [
      buildRevocationList(intermediate, { revoked: [leaf] }),
      buildRevocationList(root, { revoked: [intermediate] }),
    ]) {
      writeFileSync(join(folder, "lists.crl"), list);
      expect(await refreshMetadata(contextOf(instance()))).toEqual({ kind: "refused", problem: "revoked" });
    }
    expect(await serialIn(instance())).toBeUndefined();
  });

  it("judges again when only a list changed, and no longer uses what was revoked before it was taken", async () => {
    await refreshMetadata(ctx);
    const { intermediate, leaf } = authority;
    writeFileSync(join(folder, "lists.crl"), buildRevocationList(intermediate, { revoked: [leaf] }));
    expect(await refreshMetadata(ctx)).toEqual({ kind: "refused", problem: "revoked" });
    expect(await serialIn(ctx)).toBeUndefined();
    expect(await serialIn(instance())).toBeUndefined();
  });

  it("goes on with what was taken before its signer was revoked", async () => {
    await refreshMetadata(ctx);
    const { intermediate, leaf } = authority;
    const list = buildRevocationList(intermediate, { revoked: [leaf], thisUpdate: later(1) });
    writeFileSync(join(folder, "lists.crl"), list);
    expect(await refreshMetadata(contextOf(ctx, later(2)))).toEqual({ kind: "refused", problem: "revoked" });
    expect(await serialIn(ctx)).toBe(5);
  });

  it("forgets a problem as soon as the file is well again", async () => {
    const good = blobOf(5);
    put(good);
    await refreshMetadata(ctx);
    rmSync(join(folder, "blob.jwt"));
    expect(await refreshMetadata(ctx)).toEqual({ kind: "refused", problem: "unreachable" });
    expect(await refreshMetadata(ctx)).toEqual({ kind: "refused", problem: "unreachable" });
    expect(await events()).toEqual(["metadata.loaded", "metadata.refused: unreachable"]);
    put(good);
    expect(await refreshMetadata(ctx)).toEqual({ kind: "unchanged" });
    expect(await checkMetadata(ctx, testNow)).toMatchObject([{ status: "healthy" }]);
  });

  it("takes an older number under another root: numbers of two authorities say nothing of each other", async () => {
    await refreshMetadata(ctx);
    const other = makeMetadataAuthority();
    writeFileSync(join(folder, "root.pem"), other.rootPem);
    rmSync(join(folder, "lists.crl"));
    writeFileSync(
      join(folder, "lists.crl"),
      toPem(buildRevocationList(other.intermediate, { revoked: [] }), "X509 CRL"),
    );
    put(blobOf(2, "Example", other));
    expect(await refreshMetadata(contextOf(instance()))).toEqual({ kind: "loaded", serial: 2 });
  });

  it("does not use a BLOB that was put into the database by hand, and takes the file again", async () => {
    await refreshMetadata(ctx);
    await t.sql`update metadata_blobs set blob = replace(blob, 'e', 'f'), digest = '\\x00'`;
    expect(await metadataFor(ctx)).toBeUndefined();
    expect(await checkMetadata(ctx, testNow)).toMatchObject([{ status: "degraded" }]);
    expect(await refreshMetadata(ctx)).toEqual({ kind: "loaded", serial: 5 });
    expect(await serialIn(ctx)).toBe(5);
  });

  it("asks an address only when it is time, by one instance, and never one inside", async () => {
    const atHome = { MDS_BLOB: "https://127.0.0.1:1/blob" };
    const [one, two] = [instance(atHome), instance(atHome)];
    expect(await refreshMetadata(contextOf(one))).toEqual({ kind: "refused", problem: "unreachable" });
    expect(await refreshMetadata(contextOf(two))).toEqual({ kind: "unchanged" });
    expect(await refreshMetadata(contextOf(one, later(0.9)))).toEqual({ kind: "unchanged" });
    const outcomes = await Promise.all(
      [one, two].map((each) => refreshMetadata(contextOf(each, later(1.1)))),
    );
    expect(outcomes.map(({ kind }) => kind).sort()).toEqual(["refused", "unchanged"]);
    expect(await events()).toEqual(["metadata.refused: unreachable"]);
  });
});

describe("a refresh that does not come to its end", () => {
  const address = { MDS_BLOB: "https://127.0.0.1:1/blob" };

  it("says nothing about the source when it was the program that stopped", async () => {
    const stopped = AbortSignal.abort();
    expect(await refreshMetadata(contextOf(instance(address)), { signal: stopped })).toEqual({
      kind: "unchanged",
    });
    expect(await events()).toEqual([]);
    const [row] = await checkMetadata(instance(address), testNow);
    expect(row?.message).toBe("There is no authenticator metadata yet, so no attestation is trusted.");
  });

  it("is repeated after an hour as long as there is nothing", async () => {
    await refreshMetadata(contextOf(instance(address)), { signal: AbortSignal.abort() });
    expect(await refreshMetadata(contextOf(instance(address), later(0.9)))).toEqual({ kind: "unchanged" });
    expect(await refreshMetadata(contextOf(instance(address), later(1.1)))).toMatchObject({
      kind: "refused",
    });
  });

  it("leaves an address alone for six hours when all is well", async () => {
    await refreshMetadata(ctx);
    const asking = (hours: number) => refreshMetadata(contextOf(instance(address), later(hours)));
    expect(await asking(5.9)).toEqual({ kind: "unchanged" });
    expect(await asking(6.1)).toEqual({ kind: "refused", problem: "unreachable" });
    expect(await serialIn(instance(address))).toBe(5);
  });
});

describe("several instances", () => {
  it("all have what one of them took, with their next question", async () => {
    const [one, two] = [instance(), instance()];
    await refreshAuthenticatorMetadata(one, testNow, never);
    expect(await serialIn(two)).toBe(5);
    put(blobOf(6));
    expect(await refreshAuthenticatorMetadata(two, testNow, never)).toBe(1);
    expect(await serialIn(one)).toBe(6);
    expect(await refreshAuthenticatorMetadata(one, testNow, never)).toBe(0);
    expect(await events()).toEqual(["metadata.loaded", "metadata.loaded"]);
  });

  it("have it in memory after their job, before anybody asks", async () => {
    const [one, two] = [instance(), instance()];
    await refreshAuthenticatorMetadata(one, testNow, never);
    expect(metadataInMemory(two)).toBeUndefined();
    await refreshAuthenticatorMetadata(two, testNow, never);
    expect(metadataInMemory(two)?.serial).toBe(5);
  });

  it("end up with the newest when they take different ones at once", async () => {
    const files = [7, 9, 8].map((no) => {
      const file = join(folder, `blob-${no}.jwt`);
      writeFileSync(file, blobOf(no));
      return instance({ MDS_BLOB: file });
    });
    await Promise.all(files.map((each) => refreshAuthenticatorMetadata(each, testNow, never)));
    for (const each of files) expect(await serialIn(each)).toBe(9);
  });

  it("write one event when they find the same file at once", async () => {
    await Promise.all([1, 2, 3].map(() => refreshAuthenticatorMetadata(instance(), testNow, never)));
    expect(await events()).toEqual(["metadata.loaded"]);
  });
});

describe("the start", () => {
  it("has a file's metadata before anybody is let in", async () => {
    await loadMetadataAtStart(ctx);
    expect(metadataInMemory(ctx)?.serial).toBe(5);
  });

  it("goes on with metadata that is refused", async () => {
    put("broken");
    await loadMetadataAtStart(ctx);
    expect(await checkMetadata(ctx, testNow)).toMatchObject([
      { status: "degraded", message: expect.stringContaining("no authenticator metadata yet") },
    ]);
  });

  it.each(["root.pem", "lists.crl"])("names %s when it cannot be used", async (name) => {
    writeFileSync(join(folder, name), "nothing of use");
    await expect(loadMetadataAtStart(ctx)).rejects.toThrow(/^The file of MDS_/);
    rmSync(join(folder, name));
    await expect(loadMetadataAtStart(ctx)).rejects.toMatchObject({
      remedies: [expect.stringContaining(join(folder, name))],
    });
  });
});

describe("the health row", () => {
  it("is not there without metadata", async () => {
    expect(await checkMetadata(t.runtime(), testNow)).toEqual([]);
  });

  it("warns from the day after the promised update, while the metadata stays in use", async () => {
    await refreshMetadata(ctx);
    expect(await checkMetadata(ctx, new Date("2026-07-01T23:59:59Z"))).toMatchObject([{ status: "healthy" }]);
    expect(await checkMetadata(ctx, new Date("2026-07-02T00:00:00Z"))).toEqual([
      {
        name: "metadata",
        status: "degraded",
        message: "Authenticator metadata 5 is in use, and a newer one is overdue.",
      },
    ]);
    expect(await serialIn(ctx)).toBe(5);
  });
});
