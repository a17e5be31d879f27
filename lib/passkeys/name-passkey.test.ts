import { describe, expect, it } from "vitest";
import { authenticatorNames } from "./authenticator-names.ts";
import { type NamingFacts, namePasskey } from "./name-passkey.ts";

const iCloud = authenticatorNames.get("fbfc3007-154e-4ecc-8c0b-6e020557d7bd");
const facts: NamingFacts = { wished: undefined, product: undefined, userAgent: "", taken: [], locale: "en" };

describe("a passkey's name", () => {
  it("is the wished one, else the product's, else browser and platform", () => {
    const userAgent = "Mozilla/5.0 (X11; Linux x86_64) Chrome/156.0.0.0 Safari/537.36";
    expect(namePasskey({ ...facts, wished: "Blue key", product: iCloud })).toBe("Blue key");
    expect(namePasskey({ ...facts, product: iCloud, userAgent })).toBe("iCloud Keychain");
    expect(namePasskey({ ...facts, userAgent })).toBe("Chrome on Linux");
    expect(namePasskey(facts)).toBe("Passkey");
  });

  it("is in the person's language", () => {
    const userAgent = "Mozilla/5.0 (X11; Linux x86_64) Chrome/156.0.0.0 Safari/537.36";
    expect(namePasskey({ ...facts, userAgent, locale: "de" })).toBe("Chrome auf Linux");
    expect(namePasskey({ ...facts, locale: "fr" })).toBe("Clé d’accès");
  });

  it("is numbered from two when it is taken", () => {
    const taken = ["iCloud Keychain", "iCloud Keychain 2", "iCloud Keychain 4"];
    expect(namePasskey({ ...facts, product: iCloud, taken })).toBe("iCloud Keychain 3");
  });

  it.each([
    [
      "Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15 Version/19.0 Mobile/15E148 Safari/604.1",
      "Safari on iPhone",
    ],
    [
      "Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) CriOS/156.0 Mobile/15E148 Safari/604.1",
      "Chrome on iPhone",
    ],
    ["Mozilla/5.0 (Linux; Android 16; K) Chrome/156.0.0.0 Mobile Safari/537.36", "Chrome on Android"],
    [
      "Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/156.0.0.0 Safari/537.36 Edg/156.0.0.0",
      "Edge on Windows",
    ],
    [
      "Mozilla/5.0 (Macintosh; Intel Mac OS X 10.15; rv:150.0) Gecko/20100101 Firefox/150.0",
      "Firefox on macOS",
    ],
    ["Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) Chrome/156.0.0.0 Safari/537.36", "Chrome on ChromeOS"],
    ["curl/8.0", "Passkey"],
  ])("reads %s", (userAgent, name) => {
    expect(namePasskey({ ...facts, userAgent })).toBe(name);
  });

  it("knows its products by well-formed AAGUIDs in lower case", () => {
    for (const aaguid of authenticatorNames.keys())
      expect(aaguid).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
  });
});
