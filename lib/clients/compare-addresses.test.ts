import { describe, expect, it } from "vitest";
import { compareAddresses, isKnownOrigin } from "./compare-addresses.ts";

const registered = ["https://app.example.com/callback", "https://other.example/cb"];

describe("an address that was refused", () => {
  it.each([
    ["https://app.example.com/callback/", "", "/"],
    ["http://app.example.com/callback", "s", ""],
    ["https://app.example.com/Callback", "c", "C"],
  ])("is held against the one that it resembles most: %s", (sent, missing, added) => {
    const compared = compareAddresses(sent, registered);
    expect(compared?.registered.different).toBe(missing);
    expect(compared?.sent.different).toBe(added);
    expect(Object.values(compared?.sent ?? {}).join("")).toBe(sent);
  });

  it("marks no character twice where both repeat themselves", () => {
    const compared = compareAddresses("https://a.example/aa", ["https://a.example/aaa"]);
    expect(compared?.sent).toEqual({ before: "https://a.example/aa", different: "", after: "" });
    expect(compared?.registered.different).toBe("a");
  });

  it("has nothing to be held against where nothing is registered, and once it is registered itself", () => {
    expect(compareAddresses("https://a.example/", [])).toBeUndefined();
    expect(compareAddresses("https://other.example/cb", registered)).toBeUndefined();
  });

  it("is of a known place by scheme, host and port alone", () => {
    expect(isKnownOrigin("https://app.example.com/x", registered)).toBe(true);
    for (const sent of [
      "http://app.example.com/callback",
      "https://app.example.com:8443/callback",
      "https://app.example.com.evil.example/callback",
      "https://app.example.com@evil.example/callback",
      "com.example.app:/callback",
      "nonsense",
    ])
      expect(isKnownOrigin(sent, registered)).toBe(false);
    expect(isKnownOrigin("com.example.app:/b", ["com.example.app:/a"])).toBe(true);
  });
});
