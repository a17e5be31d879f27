import { acceptsAssertion, refusesAssertion, withMember } from "../ceremonies.ts";
import { authenticationFailed, defineSuite, malformed } from "../suite.ts";

/** An honest response with one member replaced, or removed. */
const refuses = (path: string, value?: unknown) =>
  refusesAssertion(malformed(path), (response) => withMember(response, path, value));

defineSuite({
  name: "Server-ServerAuthenticatorAssertionResponse-Resp-1",
  about: "structure of the response",
  positive: 1,
  negative: 21,
  cases: {
    "P-1 valid": acceptsAssertion(),
    "F-1 id missing": refuses("id"),
    "F-2 id not a string": refuses("id", 7),
    "F-3 id not base64url": refuses("id", "not/base64url=="),
    "F-4 type missing": refuses("type"),
    "F-5 type not a string": refuses("type", 7),
    "F-6 type not public-key": refuses("type", "private-key"),
    "F-7 response missing": refuses("response"),
    "F-8 response not an object": refuses("response", "text"),
    "F-9 clientDataJSON missing": refuses("response.clientDataJSON"),
    "F-10 clientDataJSON not a string": refuses("response.clientDataJSON", { type: "webauthn.get" }),
    "F-11 clientDataJSON empty": refuses("response.clientDataJSON", ""),
    "F-12 authenticatorData missing": refuses("response.authenticatorData"),
    "F-13 authenticatorData not a string": refuses("response.authenticatorData", 7),
    "F-14 authenticatorData not base64url": refuses("response.authenticatorData", `${"/".repeat(60)}==`),
    "F-15 authenticatorData empty": refuses("response.authenticatorData", ""),
    "F-16 signature missing": refuses("response.signature"),
    "F-17 signature not a string": refuses("response.signature", 7),
    "F-18 signature not base64url": refuses("response.signature", "not/base64url=="),
    "F-19 signature empty": refuses("response.signature", ""),
    "F-20 signature does not verify": refusesAssertion(authenticationFailed("signature"), {
      corruptSignature: true,
    }),
    "F-21 userHandle not a string": refuses("response.userHandle", 7),
  },
});
