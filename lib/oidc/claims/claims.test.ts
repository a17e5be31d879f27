import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { UserId } from "#drizzle/schema/ids.ts";
import { explainPersonClaims } from "./explain-person-claims.ts";
import { type Person, readPersonClaims } from "./read-person-claims.ts";
import { claimsOfScope, knownScopes, type Scope, scopeOfClaim, supportedScopes } from "./scopes.ts";

const verified = new Date("2026-01-01T00:00:00.000Z");
const ana: Person = {
  id: "0190a1b2-0000-7000-8000-000000000001" as UserId,
  username: "ana@example.com",
  displayName: "Ana María Ruiz",
  givenName: "Ana",
  familyName: "Ruiz",
  middleName: "María",
  nickname: "Anita",
  profile: "https://people.example.com/ana",
  picture: "https://people.example.com/ana.jpg",
  website: "https://ana.example.com/",
  gender: "female",
  birthdate: "1984-02-29",
  zoneinfo: "Europe/Zurich",
  locale: "de-CH",
  address: { streetAddress: "Bahnhofstrasse 1", locality: "Bern", postalCode: "3011", country: "CH" },
  phoneNumber: "+41441234567",
  phoneNumberVerifiedAt: verified,
  emailVerifiedAt: verified,
  updatedAt: new Date("2026-05-01T10:00:00.900Z"),
  groups: ["admins", "staff"],
  customClaims: [
    { name: "team", value: "of the group", group: "staff" },
    { name: "team", value: "of Ana", group: null },
    { name: "level", value: 3, group: "admins" },
  ],
};
const bare: Person = {
  ...ana,
  username: "ana",
  givenName: null,
  familyName: null,
  middleName: null,
  nickname: null,
  profile: null,
  picture: null,
  website: null,
  gender: null,
  birthdate: null,
  zoneinfo: null,
  locale: null,
  address: null,
  phoneNumber: null,
  phoneNumberVerifiedAt: null,
  emailVerifiedAt: null,
  groups: [],
  customClaims: [],
};
const profileClaims = {
  name: "Ana María Ruiz",
  family_name: "Ruiz",
  given_name: "Ana",
  middle_name: "María",
  nickname: "Anita",
  preferred_username: "ana@example.com",
  profile: "https://people.example.com/ana",
  picture: "https://people.example.com/ana.jpg",
  website: "https://ana.example.com/",
  gender: "female",
  birthdate: "1984-02-29",
  zoneinfo: "Europe/Zurich",
  locale: "de-CH",
  updated_at: 1_777_629_600,
};

describe("OpenID Connect Core section 5.4: claims by scope", () => {
  it.each<[Scope, Record<string, unknown>]>([
    ["openid", {}],
    ["profile", { ...profileClaims, team: "of Ana", level: 3 }],
    ["email", { email: "ana@example.com", email_verified: true }],
    [
      "address",
      {
        address: {
          formatted: "Bahnhofstrasse 1\n3011 Bern\nCH",
          street_address: "Bahnhofstrasse 1",
          locality: "Bern",
          postal_code: "3011",
          country: "CH",
        },
      },
    ],
    ["phone", { phone_number: "+41441234567", phone_number_verified: true }],
    ["groups", { groups: ["admins", "staff"] }],
    ["offline_access", {}],
  ])("%s gives its claims and no others", (scope, claims) => {
    expect(readPersonClaims(ana, [scope], undefined)).toEqual(claims);
  });

  it("are all fourteen of profile", () => {
    expect(Object.keys(profileClaims)).toHaveLength(14);
  });

  it("section 5.3.2: leaves out what has no value, rather than sending null", () => {
    expect(readPersonClaims(bare, supportedScopes, undefined)).toEqual({
      name: "Ana María Ruiz",
      preferred_username: "ana",
      updated_at: 1_777_629_600,
      groups: [],
    });
  });

  it("tell what was not checked as unchecked", () => {
    const unchecked = { ...ana, emailVerifiedAt: null, phoneNumberVerifiedAt: null };
    expect(readPersonClaims(unchecked, ["email", "phone"], undefined)).toMatchObject({
      email_verified: false,
      phone_number_verified: false,
    });
  });

  it("keep an address as it was written for an envelope", () => {
    const address = { formatted: "c/o Ben\nBern" };
    expect(readPersonClaims({ ...ana, address }, ["address"], undefined)).toEqual({ address });
    expect(readPersonClaims({ ...ana, address: { street: 1 } }, ["address"], undefined)).toEqual({});
  });
});

describe("OpenID Connect Core section 5.5: claims by name", () => {
  it("give what was named, from any scope, custom claims and groups too", () => {
    const requested = { nickname: null, email: { essential: true }, team: null, groups: null };
    expect(readPersonClaims(ana, ["openid"], requested)).toEqual({
      nickname: "Anita",
      email: "ana@example.com",
      team: "of Ana",
      groups: ["admins", "staff"],
    });
  });

  it("ignore names that nobody knows, and other languages of known ones", () => {
    expect(readPersonClaims(ana, [], { "family_name#ja-Kana-JP": null, nothing: null, acr: null })).toEqual(
      {},
    );
    expect(readPersonClaims(ana, [], { __proto__: null, constructor: null, toString: null })).toEqual({});
  });

  it("section 5.5.1: give the true value where another one was asked for", () => {
    const requested = { locale: { value: "en" }, gender: { values: ["male", "other"], essential: true } };
    expect(readPersonClaims(ana, [], requested)).toEqual({ locale: "de-CH", gender: "female" });
  });
});

describe("custom claims", () => {
  it("are the person's own before those of groups, and nothing that has a meaning already", () => {
    const claims = [
      { name: "name", value: "Somebody Else", group: null },
      { name: "groups", value: ["wheel"], group: null },
      { name: "email_verified", value: true, group: null },
    ];
    const read = readPersonClaims(
      { ...bare, customClaims: claims },
      ["profile", "email", "groups"],
      undefined,
    );
    expect(read).toMatchObject({ name: "Ana María Ruiz", groups: [] });
    expect(read.email_verified).toBeUndefined();
  });
});

describe("whatever is asked for", () => {
  const names = fc.oneof(
    fc.constantFrom(...Object.values(claimsOfScope).flat(), "team", "level", "acr", "__proto__"),
    fc.string({ maxLength: 20 }),
  );
  const requests = fc.dictionary(names, fc.constantFrom(null, { essential: true }, { value: "x" }));

  it("an app gets what it asked for and nothing else, never sub, never null", () => {
    fc.assert(
      fc.property(fc.subarray([...supportedScopes]), requests, fc.boolean(), (scopes, requested, full) => {
        const read = readPersonClaims(full ? ana : bare, scopes, requested);
        for (const [name, value] of Object.entries(read)) {
          const holder = scopeOfClaim(name);
          const isAsked = Object.hasOwn(requested, name) || (holder !== undefined && scopes.includes(holder));
          expect(isAsked, name).toBe(true);
          expect(value).not.toBeNull();
          expect(value).toBeDefined();
        }
        expect(read).not.toHaveProperty("sub");
      }),
    );
  });
});

describe("the scope of a claim", () => {
  it("is the one that gives it; custom claims come with profile, the protocol's own with none", () => {
    expect(scopeOfClaim("nickname")).toBe("profile");
    expect(scopeOfClaim("phone_number")).toBe("phone");
    expect(scopeOfClaim("groups")).toBe("groups");
    expect(scopeOfClaim("team")).toBe("profile");
    for (const name of ["sub", "acr", "auth_time", "iss", "sid"]) expect(scopeOfClaim(name)).toBeUndefined();
  });

  it("is looked for among those that this version knows", () => {
    expect(knownScopes(["openid", "wallet", "toString", "phone"])).toEqual(["openid", "phone"]);
  });
});

describe("the explanation of claims", () => {
  const explain = (scopes: readonly Scope[], more: Partial<Parameters<typeof explainPersonClaims>[0]> = {}) =>
    explainPersonClaims({
      person: ana,
      subject: "the-subject",
      scopes,
      claims: undefined,
      client: { claimsInIdToken: false },
      ...more,
    });

  it("says which scope gave each claim, and where it came from", () => {
    const explained = explain(["openid", "profile"]);
    expect(explained[0]).toEqual({
      name: "sub",
      value: "the-subject",
      places: ["userinfo", "id_token"],
      because: [{ scope: "openid" }],
      from: "profile",
    });
    const of = (name: string) => explained.find((claim) => claim.name === name);
    expect(of("nickname")).toMatchObject({
      because: [{ scope: "profile" }],
      from: "profile",
      places: ["userinfo"],
    });
    expect(of("team")).toMatchObject({ value: "of Ana", from: "custom" });
    expect(of("level")).toMatchObject({ value: 3, from: "group:admins" });
  });

  it("says what the claims parameter and the app's settings added", () => {
    const claims = { id_token: { email: null }, userinfo: { email: null } };
    const [, email] = explain(["openid"], { claims });
    expect(email).toMatchObject({
      name: "email",
      places: ["userinfo", "id_token"],
      because: [{ claimsParameter: "userinfo" }, { claimsParameter: "id_token" }],
    });
    const groups = explain(["groups"], { client: { claimsInIdToken: true } }).at(-1);
    expect(groups).toMatchObject({
      places: ["userinfo", "id_token"],
      because: [{ scope: "groups" }, { clientSetting: "claimsInIdToken" }],
    });
  });

  it.each<[readonly Scope[]]>([[["openid"]], [["profile", "email"]], [supportedScopes], [[]]])(
    "lists exactly what userinfo and the ID Token give for %j",
    (scopes) => {
      const claims = { userinfo: { phone_number: null }, id_token: { team: null, locale: null } };
      const explained = explain(scopes, { claims, client: { claimsInIdToken: true } });
      const at = (place: "userinfo" | "id_token") =>
        Object.fromEntries(
          explained
            .filter(({ name, places }) => name !== "sub" && places.includes(place))
            .map(({ name, value }) => [name, value]),
        );
      expect(at("userinfo")).toEqual(readPersonClaims(ana, scopes, claims.userinfo));
      expect(at("id_token")).toEqual(readPersonClaims(ana, scopes, claims.id_token));
    },
  );
});
