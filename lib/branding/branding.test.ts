import { eq } from "drizzle-orm";
import sharp from "sharp";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { auditEvents } from "#drizzle/schema/audit.ts";
import { brandImages } from "#drizzle/schema/images.ts";
import { settings } from "#drizzle/schema/settings.ts";
import { versionTag } from "#lib/context/check-unchanged.ts";
import type { Context } from "#lib/context/context.ts";
import { sha256Hex } from "#lib/crypto/hash.ts";
import { newId } from "#lib/crypto/random.ts";
import { DomainError } from "#lib/errors/domain-error.ts";
import { buildUser } from "#lib/testing/build-user.ts";
import { type TestDatabase, testDatabase, testNow } from "#lib/testing/test-database.ts";
import { currentBranding } from "./current-branding.ts";
import { getBranding } from "./get-branding.ts";
import { getBrandImage } from "./images/get-brand-image.ts";
import { removeBrandImage } from "./images/remove-brand-image.ts";
import { setBrandImage } from "./images/set-brand-image.ts";
import { resetBranding } from "./reset-branding.ts";
import { mostImageBytes, noBranding } from "./schema.ts";
import { updateBranding } from "./update-branding.ts";

let t: TestDatabase;
let admin: Context;
let picture: Buffer;

beforeAll(async () => {
  t = await testDatabase();
  const { actor } = await buildUser(t.db, { role: "admin" });
  admin = t.context({ actor: { ...actor, amr: ["mfa"] } });
  picture = await sharp({ create: { width: 60, height: 20, channels: 3, background: "#c02080" } })
    .png()
    .toBuffer();
});
afterAll(() => t.close());
afterEach(async () => {
  await t.db.delete(settings);
  await t.db.delete(brandImages);
});

const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => "done",
    (error) => (error instanceof DomainError ? error.code : String(error)),
  );
const fieldsOf = (work: Promise<unknown>) =>
  work.then(
    () => [],
    (error: DomainError) => (error.fields ?? []).map(({ path }) => path),
  );
const asking = (ctx: Context): Context => ({ ...ctx, requestId: newId<string>() });
const later = (seconds: number) => ({ ...asking(admin), now: new Date(testNow.getTime() + seconds * 1000) });
const traces = async ({ requestId }: Context) =>
  await t.db
    .select({
      action: auditEvents.action,
      outcome: auditEvents.outcome,
      reason: auditEvents.reason,
      details: auditEvents.details,
    })
    .from(auditEvents)
    .where(eq(auditEvents.requestId, requestId));

describe("how the instance looks", () => {
  it("is as it came until somebody changes it", async () => {
    expect(await currentBranding(t.context())).toEqual({ ...noBranding, images: {} });
    expect((await getBranding(admin)).updatedAt).toEqual(new Date(0));
  });

  it("changes where it was told to, and stays as it was in all else", async () => {
    const ctx = asking(admin);
    await updateBranding(ctx, { name: " Acme ", accent: "#FF00AA" });
    await updateBranding(later(1), { corners: "round" });
    const brand = await currentBranding(t.context());
    expect(brand).toEqual({ ...noBranding, name: "Acme", accent: "#ff00aa", corners: "round", images: {} });
    expect(await traces(ctx)).toEqual([
      {
        action: "branding.changed",
        outcome: "success",
        reason: null,
        details: {
          changed: ["name", "accent"],
          before: ["name: null", "accent: null"],
          after: ['name: "Acme"', 'accent: "#ff00aa"'],
        },
      },
    ]);
  });

  it("leaves no trace of a change that changes nothing", async () => {
    const ctx = asking(admin);
    await updateBranding(ctx, { name: null, footerLinks: [] });
    expect(await traces(ctx)).toEqual([]);
  });

  it("is known to every instance with its next page", async () => {
    await updateBranding(admin, { name: "First" });
    expect((await currentBranding(t.context())).name).toBe("First");
    await t.sql`update settings set value = jsonb_set(value, '{branding,name}', '"Second"') where name = 'branding'`;
    expect((await currentBranding(t.context())).name).toBe("Second");
  });

  it("is what was seen last while the database is away", async () => {
    await updateBranding(admin, { name: "Kept" });
    await currentBranding(t.context());
    const away = await testDatabase();
    await away.close();
    expect((await currentBranding(away.context())).name).toBe("Kept");
  });

  it("is as it came where what is stored makes no sense here", async () => {
    await updateBranding(admin, { name: "Acme" });
    await t.sql`update settings set value = jsonb_set(value, '{branding,accent}', '"red;}"') where name = 'branding'`;
    expect(await currentBranding(t.context())).toEqual({ ...noBranding, images: {} });
  });

  it("is changed by one of two who read the same version", async () => {
    const ifMatch = versionTag((await getBranding(admin)).updatedAt);
    const results = await Promise.all(
      ["One", "Two"].map((name, index) => codeOf(updateBranding({ ...later(index + 1), ifMatch }, { name }))),
    );
    expect(results.sort()).toEqual(["PRECONDITION_FAILED", "done"]);
  });
});

describe("a change is refused", () => {
  it("to everybody but administrators who have just confirmed", async () => {
    const role = async (columns: Parameters<typeof buildUser>[1], authTime?: Date) =>
      asking(t.context({ actor: (await buildUser(t.db, columns, authTime)).actor }));
    const stale = new Date(testNow.getTime() - 60 * 60_000);
    const callers: [Context, string][] = [
      [asking(t.context()), "FORBIDDEN"],
      [await role({}), "FORBIDDEN"],
      [await role({ role: "helpdesk" }), "FORBIDDEN"],
      [await role({ role: "auditor" }), "FORBIDDEN"],
      [await role({ role: "admin" }, stale), "STEP_UP_REQUIRED"],
      [await role({ role: "admin" }), "STEP_UP_REQUIRED"],
    ];
    for (const [ctx, code] of callers) {
      for (const change of [
        () => updateBranding(ctx, { name: "Mine" }),
        () => setBrandImage(ctx, "icon", picture),
        () => removeBrandImage(ctx, "icon"),
        () => resetBranding(ctx),
      ])
        expect(await codeOf(change())).toBe(code);
      expect(await traces(ctx)).toHaveLength(4);
    }
    expect(await codeOf(getBranding(t.context()))).toBe("FORBIDDEN");
    expect((await currentBranding(t.context())).name).toBeNull();
  });

  it.each<[string, Record<string, unknown>, string]>([
    ["no colour", { accent: "red" }, "accent"],
    ["a colour with something behind it", { accent: "#ff0000;}*{display:none" }, "accent"],
    ["a short colour", { accent: "#f00" }, "accent"],
    ["an empty name", { name: "  " }, "name"],
    ["a name that turns what follows around", { name: "Acme\u202e" }, "name"],
    ["a name of several lines", { name: "Acme\nInc" }, "name"],
    ["a script as link", { footerLinks: [{ label: "x", url: "javascript:alert(1)" }] }, "footerLinks.0.url"],
    ["a link without TLS", { footerLinks: [{ label: "x", url: "http://a.example" }] }, "footerLinks.0.url"],
    ["data as link", { footerLinks: [{ label: "x", url: "data:text/html,x" }] }, "footerLinks.0.url"],
    [
      "a link that carries a password",
      { footerLinks: [{ label: "x", url: "https://a:b@c.example" }] },
      "footerLinks.0.url",
    ],
    [
      "a link without a label",
      { footerLinks: [{ label: " ", url: "https://a.example" }] },
      "footerLinks.0.label",
    ],
    [
      "six links",
      { footerLinks: Array.from({ length: 6 }, () => ({ label: "x", url: "https://a.example" })) },
      "footerLinks",
    ],
    ["a script as support", { supportAddress: "javascript:alert(1)" }, "supportAddress"],
    ["mail with headers as support", { supportAddress: "a@b.example?bcc=x@y.example" }, "supportAddress"],
    ["corners of its own", { corners: "4px" }, "corners"],
    ["a colour as background without one", { background: "color" }, "backgroundColor"],
    ["a picture as background without one", { background: "image" }, "background"],
    ["pictures by another way", { images: {} }, ""],
  ])("that has %s", async (_, change, field) => {
    const ctx = asking(admin);
    expect(await codeOf(updateBranding(ctx, change))).toBe("VALIDATION_ERROR");
    expect(await fieldsOf(updateBranding(ctx, change))).toContain(field);
    expect(await traces(ctx)).toMatchObject([{ outcome: "failure" }, { outcome: "failure" }]);
    expect(await currentBranding(t.context())).toEqual({ ...noBranding, images: {} });
  });
});

describe("a picture of the instance", () => {
  it("is made anew, served under its name, and told by its hash", async () => {
    const ctx = asking(admin);
    const { brand } = await setBrandImage(ctx, "logo_light", picture);
    const image = brand.images.logo_light;
    expect(image).toMatchObject({ width: 60, height: 20, name: expect.stringMatching(/^[\w-]{43}$/) });
    const { bytes, mediaType } = await getBrandImage(t.context(), image?.name ?? "");
    expect(mediaType).toBe("image/png");
    expect(Buffer.from(bytes).equals(picture)).toBe(false);
    expect(await traces(ctx)).toMatchObject([
      {
        action: "branding.image_set",
        details: { slot: "logo_light", before: null, after: sha256Hex(bytes), width: 60, height: 20 },
      },
    ]);
  });

  it("takes the place of the one before, whose address then leads nowhere", async () => {
    const first = (await setBrandImage(admin, "icon", picture)).brand.images.icon?.name ?? "";
    const second = (await setBrandImage(later(1), "icon", picture)).brand.images.icon?.name ?? "";
    expect(await codeOf(getBrandImage(t.context(), first))).toBe("NOT_FOUND");
    expect(await codeOf(getBrandImage(t.context(), second))).toBe("done");
    await removeBrandImage(later(2), "icon");
    expect(await codeOf(getBrandImage(t.context(), second))).toBe("NOT_FOUND");
    expect((await currentBranding(t.context())).images).toEqual({});
  });

  it("is one of many that are sent at once, and the row and the setting name the same", async () => {
    await Promise.all(Array.from({ length: 6 }, (_, index) => setBrandImage(later(index), "icon", picture)));
    const { images } = await currentBranding(t.context());
    expect(await codeOf(getBrandImage(t.context(), images.icon?.name ?? ""))).toBe("done");
    expect(await t.db.select().from(brandImages)).toHaveLength(1);
  });

  it("is the background at once, and none lies there when it is gone", async () => {
    const { brand } = await setBrandImage(admin, "background", picture);
    expect(brand.background).toBe("image");
    expect((await removeBrandImage(later(1), "background")).brand.background).toBe("none");
  });

  it("may be a drawing, of which only the look is kept", async () => {
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>alert(1)</script><rect width="9" height="9"/></svg>`;
    const { brand } = await setBrandImage(admin, "icon", Buffer.from(svg));
    const { bytes, mediaType } = await getBrandImage(t.context(), brand.images.icon?.name ?? "");
    expect(mediaType).toBe("image/png");
    expect(Buffer.from(bytes).includes("script")).toBe(false);
  });

  it.each<[string, () => Buffer, string]>([
    ["too large", () => Buffer.alloc(mostImageBytes.icon + 1), "PAYLOAD_TOO_LARGE"],
    ["empty", () => Buffer.alloc(0), "UNSUPPORTED_MEDIA_TYPE"],
    ["a page", () => Buffer.from("<!doctype html><script>1</script>"), "UNSUPPORTED_MEDIA_TYPE"],
    ["broken off", () => picture.subarray(0, 60), "INVALID_PICTURE"],
  ])("is refused where it is %s, and the one before stays", async (_, bytes, code) => {
    const before = (await setBrandImage(admin, "icon", picture)).brand.images;
    const ctx = later(1);
    expect(await codeOf(setBrandImage(ctx, "icon", bytes()))).toBe(code);
    expect((await currentBranding(t.context())).images).toEqual(before);
    expect(await traces(ctx)).toMatchObject([{ outcome: "failure", reason: code }]);
  });

  it("is not found under a name that is none", async () => {
    for (const name of ["", "x", "../../etc/passwd", "a".repeat(44), "\0"])
      expect(await codeOf(getBrandImage(t.context(), name))).toBe("NOT_FOUND");
  });
});

describe("taking everything back", () => {
  it("leaves the instance as it came, and no picture behind", async () => {
    await updateBranding(admin, { name: "Acme", accent: "#123456" });
    await setBrandImage(later(1), "icon", picture);
    const ctx = later(2);
    await resetBranding(ctx);
    expect(await currentBranding(t.context())).toEqual({ ...noBranding, images: {} });
    expect(await t.db.select().from(brandImages)).toEqual([]);
    expect(await traces(ctx)).toMatchObject([
      { action: "branding.reset", details: { changed: ["name", "accent"], images: ["icon"] } },
    ]);
  });
});
