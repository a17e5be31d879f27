import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Context } from "#lib/context/context.ts";
import { buildUser } from "#lib/testing/build-user.ts";
import { type TestDatabase, testDatabase } from "#lib/testing/test-database.ts";
import { wholeProfile } from "#lib/testing/whole-person.ts";
import { getOwnProfile } from "./get-profile.ts";
import { fillProfileForm, type ProfileForm, profileFormSchema, readProfileForm } from "./profile-form.ts";
import { updateOwnProfile } from "./update-profile.ts";

let t: TestDatabase;
let ctx: Context;
beforeAll(async () => {
  t = await testDatabase();
});
afterAll(() => t.close());
beforeEach(async () => {
  ctx = t.context({ actor: (await buildUser(t.db)).actor });
});

const send = async (change: Partial<ProfileForm>) => {
  const filled = fillProfileForm(await getOwnProfile(ctx));
  return await updateOwnProfile(ctx, readProfileForm(profileFormSchema.parse({ ...filled, ...change })));
};

describe("the profile's form", () => {
  it("sent back as it was filled changes nothing", async () => {
    await updateOwnProfile(ctx, {
      ...wholeProfile,
      address: { ...wholeProfile.address, formatted: "Row 9\nNZ" },
    });
    const before = await getOwnProfile(ctx);
    expect(await send({})).toEqual(before);
  });

  it("says every value, and takes away what was emptied", async () => {
    await updateOwnProfile(ctx, wholeProfile);
    expect(await send({ nickname: " ", birthdate: "", "address.locality": "Owenga" })).toMatchObject({
      nickname: null,
      birthdate: null,
      address: { ...wholeProfile.address, locality: "Owenga" },
    });
    const nothing = {
      ...{ "address.streetAddress": "", "address.postalCode": "", "address.locality": "" },
      ...{ "address.region": "", "address.country": "", "address.formatted": "" },
    };
    expect((await send(nothing)).address).toBeNull();
  });

  it("mends what people type", async () => {
    expect(
      await send({ phoneNumber: "+41 (44) 123-45.67", website: "ana.example", profile: "a.example/me" }),
    ).toMatchObject({
      phoneNumber: "+41441234567",
      website: "https://ana.example",
      profile: "https://a.example/me",
    });
  });

  it("names the field that is wrong as the form does", async () => {
    const bad = {
      ...{ displayName: " ", website: "javascript:alert(1)", birthdate: "yesterday" },
      ...{ phoneNumber: "12", "address.country": "x".repeat(65) },
    };
    await expect(send(bad)).rejects.toMatchObject({
      code: "VALIDATION_ERROR",
      fields: [
        { path: "displayName" },
        { path: "website" },
        { path: "birthdate" },
        { path: "address.country" },
        { path: "phoneNumber" },
      ],
    });
  });

  it("takes no field that the page does not have", () => {
    const filled = Object.fromEntries(Object.keys(profileFormSchema.shape).map((name) => [name, ""]));
    for (const name of ["role", "status", "username", "emailVerified", "picture", "userId", "address"])
      expect(profileFormSchema.safeParse({ ...filled, [name]: "admin" }).success, name).toBe(false);
    expect(profileFormSchema.safeParse(filled).success).toBe(true);
  });
});
