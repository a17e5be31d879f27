import { expect } from "vitest";
import {
  askToAttest,
  beginAttestation,
  finishAttestation,
  refusesAttestation,
  withMember,
} from "../ceremonies.ts";
import { defineSuite, invalidAttestation, malformed } from "../suite.ts";

/** An honest response with one member replaced, or removed. */
const refuses = (path: string, value?: unknown) =>
  refusesAttestation(malformed(path), ({ respond }) =>
    withMember(respond({ attestation: "packed-self" }), path, value),
  );

defineSuite({
  name: "Server-ServerAuthenticatorAttestationResponse-Resp-1",
  about: "structure of the response",
  positive: 1,
  negative: 15,
  cases: {
    "P-1 valid packed, and the next options exclude it": async () => {
      const { username, respond } = await beginAttestation();
      const response = respond({ attestation: "packed-self" });
      expect((await finishAttestation(response)).body).toEqual({ status: "ok", errorMessage: "" });
      const { excludeCredentials } = await askToAttest({ username, displayName: "Test Person" });
      expect(excludeCredentials).toMatchObject([{ type: "public-key", id: response.id }]);
    },
    "F-1 id missing": refuses("id"),
    "F-2 id not a string": refuses("id", 7),
    "F-3 id not base64url": refuses("id", "not/base64url=="),
    "F-4 type missing": refuses("type"),
    "F-5 type not a string": refuses("type", 7),
    "F-6 type not public-key": refuses("type", "private-key"),
    "F-7 response missing": refuses("response"),
    "F-8 response not an object": refuses("response", "text"),
    "F-9 clientDataJSON missing": refuses("response.clientDataJSON"),
    "F-10 clientDataJSON not a string": refuses("response.clientDataJSON", { type: "webauthn.create" }),
    "F-11 clientDataJSON empty": refuses("response.clientDataJSON", ""),
    "F-12 attestationObject missing": refuses("response.attestationObject"),
    "F-13 attestationObject not a string": refuses("response.attestationObject", []),
    "F-14 attestationObject empty": refuses("response.attestationObject", ""),
    "F-15 UV clear although required": refusesAttestation(
      invalidAttestation("user_verification"),
      { attestation: "packed-self", flags: { uv: false } },
      { userVerification: "required" },
    ),
  },
});
