import { randomBytes } from "node:crypto";
import { refusesAssertion, refusesAttestation } from "../ceremonies.ts";
import {
  authenticationFailed,
  type Case,
  defineSuite,
  invalidAttestation,
  noChallenge,
  otherChallenge,
  type Refusal,
} from "../suite.ts";

type ClientData = Readonly<Record<string, unknown>>;

/** The same seventeen for both ceremonies: what else is said in the client data is honest, and signed. */
function cases(
  types: { readonly other: string; readonly opposite: string },
  failed: (rule: string) => Refusal,
  refuses: (expected: Refusal, clientData: ClientData) => Case,
): Record<`F-${string}`, Case> {
  const type = failed("client_data_type");
  const origin = failed("origin");
  const tokenBinding = failed("token_binding");
  return {
    "F-1 type missing": refuses(type, { type: undefined }),
    "F-2 type not a string": refuses(type, { type: 7 }),
    "F-3 type empty": refuses(type, { type: "" }),
    [`F-4 type not ${types.other}`]: refuses(type, { type: "webauthn.other" }),
    [`F-5 type ${types.opposite}`]: refuses(type, { type: types.opposite }),
    "F-6 challenge missing": refuses(noChallenge, { challenge: undefined }),
    "F-7 challenge not a string": refuses(noChallenge, { challenge: 7 }),
    "F-8 challenge empty": refuses(noChallenge, { challenge: "" }),
    "F-9 challenge not base64url": refuses(otherChallenge, { challenge: "not/base64url+==" }),
    "F-10 another challenge": refuses(otherChallenge, {
      challenge: randomBytes(32).toString("base64url"),
    }),
    "F-11 origin missing": refuses(origin, { origin: undefined }),
    "F-12 origin not a string": refuses(origin, { origin: 7 }),
    "F-13 origin empty": refuses(origin, { origin: "" }),
    "F-14 another origin": refuses(origin, { origin: "https://localhost.example" }),
    "F-15 tokenBinding not an object": refuses(tokenBinding, { tokenBinding: "present" }),
    "F-16 tokenBinding.status missing": refuses(tokenBinding, { tokenBinding: { id: "AAAA" } }),
    "F-17 tokenBinding.status unknown": refuses(tokenBinding, { tokenBinding: { status: "perhaps" } }),
  };
}

defineSuite({
  name: "Server-ServerAuthenticatorAttestationResponse-Resp-2",
  about: "clientDataJSON",
  positive: 0,
  negative: 17,
  cases: cases(
    { other: "webauthn.create", opposite: "webauthn.get" },
    invalidAttestation,
    (expected, clientData) => refusesAttestation(expected, { attestation: "packed-self", clientData }),
  ),
});

defineSuite({
  name: "Server-ServerAuthenticatorAssertionResponse-Resp-2",
  about: "clientDataJSON",
  positive: 0,
  negative: 17,
  cases: cases(
    { other: "webauthn.get", opposite: "webauthn.create" },
    authenticationFailed,
    (expected, clientData) => refusesAssertion(expected, { clientData }),
  ),
});
