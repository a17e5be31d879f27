import { eq } from "drizzle-orm";
import sharp from "sharp";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { auditEvents } from "#drizzle/schema/audit.ts";
import { users } from "#drizzle/schema/users.ts";
import type { Context } from "#lib/context/context.ts";
import { newId } from "#lib/crypto/random.ts";
import { DomainError } from "#lib/errors/domain-error.ts";
import { buildUser } from "#lib/testing/build-user.ts";
import { type TestDatabase, testDatabase } from "#lib/testing/test-database.ts";
import { updateProfile } from "../profile/update-profile.ts";
import { getPicture } from "./get-picture.ts";
import { isOwnPicture } from "./picture-address.ts";
import { mostPictureBytes } from "./schema.ts";
import { removeOwnPicture, setOwnPicture } from "./set-own-picture.ts";

let t: TestDatabase;
let ana: Context;
let leo: Context;
let photo: Buffer;

beforeAll(async () => {
  t = await testDatabase();
  photo = await sharp({ create: { width: 40, height: 30, channels: 3, background: "#336699" } })
    .png()
    .toBuffer();
});
afterAll(() => t.close());
beforeEach(async () => {
  ana = t.context({ actor: (await buildUser(t.db)).actor });
  leo = t.context({ actor: (await buildUser(t.db)).actor });
});

const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => "done",
    (error) => (error instanceof DomainError ? error.code : String(error)),
  );
const nameIn = (address: string) => address.slice(address.lastIndexOf("/") + 1);
const pictureOf = async ({ actor }: Context) => {
  if (actor.type !== "user") throw new Error("nobody");
  const [row] = await t.db.select().from(users).where(eq(users.id, actor.userId));
  return row?.picture;
};
const traces = (requestId: string) =>
  t.db
    .select({ action: auditEvents.action, outcome: auditEvents.outcome, reason: auditEvents.reason })
    .from(auditEvents)
    .where(eq(auditEvents.requestId, requestId));

describe("a person's picture", () => {
  it("is the claim's address from then on, and served as a JPEG of ours", async () => {
    const address = await setOwnPicture(ana, photo);
    expect(address).toMatch(/^https:\/\/id\.example\.com\/pictures\/[A-Za-z0-9_-]{43}$/);
    expect(isOwnPicture(ana.config, address)).toBe(true);
    expect(await pictureOf(ana)).toBe(address);
    const { bytes, mediaType } = await getPicture(t.context(), nameIn(address));
    expect(mediaType).toBe("image/jpeg");
    expect(await sharp(bytes).metadata()).toMatchObject({ format: "jpeg", width: 256, height: 256 });
    expect(await traces(ana.requestId)).toEqual([
      { action: "profile.changed", outcome: "success", reason: null },
    ]);
  });

  it("takes the place of the one before, whose address then leads nowhere", async () => {
    const first = await setOwnPicture(ana, photo);
    const second = await setOwnPicture(ana, photo);
    expect(second).not.toBe(first);
    expect(await codeOf(getPicture(t.context(), nameIn(first)))).toBe("NOT_FOUND");
    expect(await codeOf(getPicture(t.context(), nameIn(second)))).toBe("done");
  });

  it("is removed by its person, once, and nobody else's with it", async () => {
    const own = await setOwnPicture(ana, photo);
    const others = await setOwnPicture(leo, photo);
    const removal = { ...ana, requestId: newId<string>() };
    await removeOwnPicture(removal);
    await removeOwnPicture(removal);
    expect(await traces(removal.requestId)).toHaveLength(1);
    expect(await pictureOf(ana)).toBeNull();
    expect(await codeOf(getPicture(t.context(), nameIn(own)))).toBe("NOT_FOUND");
    expect(await pictureOf(leo)).toBe(others);
    expect(await codeOf(getPicture(t.context(), nameIn(others)))).toBe("done");
  });

  it("is one of many that are sent at once, and the row and the claim name the same", async () => {
    const addresses = await Promise.all(Array.from({ length: 8 }, () => setOwnPicture(ana, photo)));
    const kept = (await pictureOf(ana)) ?? "";
    expect(addresses).toContain(kept);
    expect(await codeOf(getPicture(t.context(), nameIn(kept)))).toBe("done");
    const rows = await t.sql`select name from user_pictures where name = ${nameIn(kept)}`;
    expect(rows).toHaveLength(1);
  });

  it("is served no longer once an administrator names another address", async () => {
    const own = await setOwnPicture(ana, photo);
    const elsewhere = "https://people.example.com/ana.png";
    const { actor } = ana;
    if (actor.type !== "user") throw new Error("nobody");
    await updateProfile(t.context({ actor: { type: "operator" } }), actor.userId, { picture: elsewhere });
    expect(await codeOf(getPicture(t.context(), nameIn(own)))).toBe("NOT_FOUND");
    expect(isOwnPicture(ana.config, elsewhere)).toBe(false);
    await removeOwnPicture(ana);
    expect(await pictureOf(ana)).toBeNull();
  });
});

describe("a picture is refused", () => {
  it("from nobody, and from who is no person", async () => {
    for (const actor of [{ type: "anonymous" }, { type: "operator" }] as const) {
      expect(await codeOf(setOwnPicture(t.context({ actor }), photo))).toBe("UNAUTHENTICATED");
      expect(await codeOf(removeOwnPicture(t.context({ actor })))).toBe("UNAUTHENTICATED");
    }
  });

  it.each<[string, () => Buffer, string]>([
    ["too large", () => Buffer.concat([photo, Buffer.alloc(mostPictureBytes)]), "PAYLOAD_TOO_LARGE"],
    ["empty", () => Buffer.alloc(0), "UNSUPPORTED_MEDIA_TYPE"],
    [
      "SVG with a script",
      () => Buffer.from("<svg xmlns='http://www.w3.org/2000/svg'><script>1</script></svg>"),
      "UNSUPPORTED_MEDIA_TYPE",
    ],
    ["a page", () => Buffer.from("<!doctype html><script>1</script>"), "UNSUPPORTED_MEDIA_TYPE"],
    ["broken off", () => photo.subarray(0, 60), "INVALID_PICTURE"],
  ])("where it is %s, and the one before stays", async (_, bytes, code) => {
    const before = await setOwnPicture(ana, photo);
    const ctx = { ...ana, requestId: newId<string>() };
    expect(await codeOf(setOwnPicture(ctx, bytes()))).toBe(code);
    expect(await pictureOf(ana)).toBe(before);
    expect(await traces(ctx.requestId)).toEqual([
      { action: "profile.changed", outcome: "failure", reason: code },
    ]);
  });

  it("under a name that is none", async () => {
    for (const name of ["", "x", "../../etc/passwd", "..%2f..", "a".repeat(44), `${"a".repeat(42)}/`, "\0"])
      expect(await codeOf(getPicture(t.context(), name))).toBe("NOT_FOUND");
  });
});
