/** Client data is JSON, however it is written, and what is no JSON is none. */
import { describe, expect, it } from "vitest";
import { DomainError } from "#lib/errors/domain-error.ts";
import { RefusedRule } from "./ceremony-refusal.ts";
import { checkClientData } from "./check-client-data.ts";
import { readClientData } from "./read-client-data.ts";

const origin = "https://id.example.com";
const challenge = "A".repeat(43);
const expected = { expectedChallenge: challenge, expectedOrigins: [origin], strictness: "webauthn" } as const;

/** The rule that refuses, or the code where no challenge could be read. */
function ruleOf(clientData: string | Uint8Array): string {
  try {
    const encoded = Buffer.from(clientData as string).toString("base64url");
    checkClientData(expected, readClientData(encoded), "webauthn.create", "INVALID_ATTESTATION");
    return "accepted";
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return error.cause instanceof RefusedRule ? error.cause.rule : error.code;
  }
}

describe("client data", () => {
  it.each([
    [
      "with its members in another order",
      `{"origin":"${origin}","challenge":"${challenge}","type":"webauthn.create"}`,
    ],
    [
      "with blanks and escapes",
      ` {\n"ty\\u0070e" : "webauthn\\u002ecreate",\t"challenge":"${challenge}","origin":"https:\\/\\/id.example.com"}\r\n`,
    ],
    [
      "with a member that says the same twice",
      `{"type":"webauthn.create","type":"webauthn.create","challenge":"${challenge}","origin":"${origin}"}`,
    ],
    [
      "with members that look like others",
      `{"type":"webauthn.create","challenge":"${challenge}","origin":"${origin}","Type":"webauthn.get","origin ":"x","__proto__":{"origin":"x"},"constructor":1}`,
    ],
  ])("is read as JSON %s", (_, text) => {
    expect(ruleOf(text)).toBe("accepted");
  });

  it.each([
    ["that is a list", "[]", "MISSING_CHALLENGE"],
    ["that is text", `"${challenge}"`, "MISSING_CHALLENGE"],
    ["that is null", "null", "MISSING_CHALLENGE"],
    ["that ends too early", `{"challenge":"${challenge}"`, "MISSING_CHALLENGE"],
    ["that goes on", `{"challenge":"${challenge}"} {}`, "MISSING_CHALLENGE"],
    ["whose challenge is a number", `{"challenge":7}`, "MISSING_CHALLENGE"],
    [
      "whose members stand only in a prototype",
      `{"__proto__":{"challenge":"${challenge}"}}`,
      "MISSING_CHALLENGE",
    ],
    ["without a type", `{"challenge":"${challenge}","origin":"${origin}"}`, "client_data_type"],
    ["without an origin", `{"challenge":"${challenge}","type":"webauthn.create"}`, "origin"],
    [
      "that takes back what it said",
      `{"type":"webauthn.create","challenge":"${challenge}","origin":"${origin}","origin":"https://evil.example"}`,
      "origin",
    ],
  ])("is refused %s", (_, text, expectedRule) => {
    expect(ruleOf(text)).toBe(expectedRule);
  });

  it("is refused as text that is no UTF-8", () => {
    const text = `{"type":"webauthn.create","challenge":"${challenge}","origin":"${origin}","more":"\u00ff"}`;
    expect(ruleOf(new Uint8Array(Buffer.from(text, "latin1")))).toBe("MISSING_CHALLENGE");
    expect(ruleOf(new Uint8Array(Buffer.from(text, "utf8")))).toBe("accepted");
  });
});
