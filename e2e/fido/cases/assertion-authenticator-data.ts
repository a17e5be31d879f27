import { acceptsAssertion, type Json, refusesAssertion, withMember } from "../ceremonies.ts";
import { authenticationFailed, defineSuite } from "../suite.ts";

/** The same client data in other bytes: what it says still holds, and the signature was over another hash. */
function reformatted(response: Json): Json {
  const { clientDataJSON } = response.response as { clientDataJSON: string };
  const text = `${Buffer.from(clientDataJSON, "base64url").toString("utf8")} `;
  return withMember(response, "response.clientDataJSON", Buffer.from(text).toString("base64url"));
}

const verified = { flags: { uv: true } };
const notVerified = { flags: { uv: false } };

defineSuite({
  name: "Server-ServerAuthenticatorAssertionResponse-Resp-3",
  about: "authenticatorData",
  positive: 7,
  negative: 5,
  cases: {
    "P-1 no counter, always zero": acceptsAssertion({}, { authenticator: { counter: "none" } }),
    "P-2 UV set, required": acceptsAssertion(verified, { userVerification: "required" }),
    "P-3 UV clear, preferred": acceptsAssertion(notVerified, { userVerification: "preferred" }),
    "P-4 UV set, preferred": acceptsAssertion(verified, { userVerification: "preferred" }),
    "P-5 UV clear, discouraged": acceptsAssertion(notVerified, { userVerification: "discouraged" }),
    "P-6 UV set, discouraged": acceptsAssertion(verified, { userVerification: "discouraged" }),
    "P-7 ED with extension data": acceptsAssertion({
      extensions: new Map([["example.extension", "This is an example of an extension output"]]),
    }),
    "F-1 leftover bytes": refusesAssertion(authenticationFailed("authenticator_data"), {
      leftover: new Uint8Array(16),
    }),
    "F-2 rpIdHash of another RP": refusesAssertion(authenticationFailed("rp_id_hash"), {
      rpId: "other.example",
    }),
    "F-3 signature over another clientDataHash": refusesAssertion(
      authenticationFailed("signature"),
      reformatted,
    ),
    "F-4 counter did not increase": refusesAssertion(
      { status: 401, begins: "COUNTER_REGRESSION (counter): " },
      { signCount: 1 },
    ),
    "F-5 only UP although verification is required": refusesAssertion(
      authenticationFailed("user_verification"),
      notVerified,
      { userVerification: "required" },
    ),
  },
});
