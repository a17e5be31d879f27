import { describe, expect, it } from "vitest";
import { clientChangeSchema, clientChangesOf } from "./client-form.ts";

const changes = (form: Record<string, unknown>) =>
  clientChangesOf(clientChangeSchema.parse({ switches: [], on: [], ...form }));

describe("a form about an app", () => {
  it("changes nothing that it does not hold", () => {
    expect(changes({})).toEqual({});
    expect(changes({ name: "Notes" })).toEqual({ name: "Notes" });
  });

  it("turns off what was there and not ticked, and leaves what was not there", () => {
    expect(changes({ switches: ["requirePkce", "firstParty"], on: ["firstParty"] })).toEqual({
      requirePkce: false,
      firstParty: true,
    });
    expect(changes({ on: ["requirePkce"] })).toEqual({});
  });

  it("reads lists, numbers and empty fields", () => {
    expect(
      changes({
        redirectUris: "https://a.example/x\r\nhttps://b.example/y\n",
        scopes: " openid  email openid ",
        maxAuthenticationAgeSeconds: " 300 ",
        backchannelLogoutUri: " ",
      }),
    ).toEqual({
      redirectUris: ["https://a.example/x", "https://b.example/y"],
      scopes: ["openid", "email"],
      maxAuthenticationAgeSeconds: 300,
      backchannelLogoutUri: null,
    });
    expect(changes({ scopes: "", maxAuthenticationAgeSeconds: "" })).toEqual({
      scopes: null,
      maxAuthenticationAgeSeconds: null,
    });
  });

  it("refuses other switches and what is no number", () => {
    expect(clientChangeSchema.safeParse({ switches: ["disabledAt"], on: [] }).success).toBe(false);
    expect(
      clientChangeSchema.safeParse({ switches: [], on: [], maxAuthenticationAgeSeconds: "1e3" }).success,
    ).toBe(false);
  });
});
