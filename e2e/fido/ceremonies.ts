/** The two ceremonies as a conformance tool drives them, honest or with one thing wrong. */
import type {
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from "@simplewebauthn/server";
import { expect } from "vitest";
import {
  type AuthenticatorOptions,
  type CreateDeviation,
  createAuthenticator,
  type GetDeviation,
  type SoftwareAuthenticator,
} from "#lib/testing/authenticator/software-authenticator.ts";
import { type Answer, instance, send } from "./instance.ts";
import type { Case, Refusal } from "./suite.ts";

export type Json = Record<string, unknown>;

/** ServerPublicKeyCredentialCreationOptionsResponse and its counterpart, as plain JSON with the types of the options. */
export type CreationOptions = PublicKeyCredentialCreationOptionsJSON & Json;
export type RequestOptions = PublicKeyCredentialRequestOptionsJSON & Json;

/** What a case wishes for in the options, and what its authenticator is like. */
export interface Wishes {
  readonly userVerification?: "required" | "preferred" | "discouraged";
  readonly attestation?: "none" | "indirect" | "direct";
  readonly authenticator?: Partial<AuthenticatorOptions>;
}

/** A registration that was begun. */
export interface Attestation {
  readonly username: string;
  readonly options: CreationOptions;
  readonly authenticator: SoftwareAuthenticator;
  /** ServerAuthenticatorAttestationResponse for these options. */
  respond(deviation?: CreateDeviation): Json;
}

/** An authentication that was begun. */
export interface Assertion {
  readonly options: RequestOptions;
  respond(deviation?: GetDeviation): Json;
}

let names = 0;

/** Tools make names up, and they are no e-mail addresses. */
export function newName(): string {
  names += 1;
  return `tester-${names}`;
}

export async function askToAttest(body: Json): Promise<CreationOptions> {
  return (await succeed("/attestation/options", body)) as CreationOptions;
}

export async function askToAssert(body: Json): Promise<RequestOptions> {
  return (await succeed("/assertion/options", body)) as RequestOptions;
}

async function succeed(path: "/attestation/options" | "/assertion/options", body: Json): Promise<unknown> {
  const answer = await send(path, body);
  expect(answer).toMatchObject({ status: 200 });
  return answer.body;
}

export async function beginAttestation(wishes: Wishes = {}, username = newName()): Promise<Attestation> {
  const { userVerification = "preferred", attestation = "direct" } = wishes;
  const options = await askToAttest({
    username,
    displayName: "Test Person",
    authenticatorSelection: { requireResidentKey: false, userVerification },
    attestation,
  });
  const origin = instance().baseUrl;
  const authenticator = createAuthenticator({ origin, counter: "counting", ...wishes.authenticator });
  return {
    username,
    options,
    authenticator,
    respond: (deviation) => inFidoShape(authenticator.create(options, deviation)),
  };
}

export const finishAttestation = (response: Json): Promise<Answer> => send("/attestation/result", response);

/** Registers a new name with a packed self attestation, or as wished. */
export async function register(wishes: Wishes = {}): Promise<Attestation> {
  const begun = await beginAttestation(wishes);
  const attestation = wishes.authenticator?.attestation ?? "packed-self";
  const answer = await finishAttestation(begun.respond({ attestation }));
  expect(answer).toEqual({ status: 200, body: { status: "ok", errorMessage: "" } });
  return begun;
}

export async function beginAssertion(
  person: Pick<Attestation, "username" | "authenticator">,
  userVerification: Wishes["userVerification"] = "preferred",
): Promise<Assertion> {
  const options = await askToAssert({ username: person.username, userVerification });
  return {
    options,
    respond: (deviation) => inFidoShape(person.authenticator.get(options, deviation)),
  };
}

export const finishAssertion = (response: Json): Promise<Answer> => send("/assertion/result", response);

/** The interface has no `rawId`, and its own name for the extension results. */
function inFidoShape(credential: { id: string; type: string; response: object }): Json {
  const { id, type, response } = credential;
  return { id, type, response: { ...response }, getClientExtensionResults: {} };
}

/** `response` with one member replaced, by its path, or removed. */
export function withMember(response: Json, path: string, value?: unknown): Json {
  const [head = "", ...rest] = path.split(".");
  if (rest.length > 0)
    return { ...response, [head]: withMember(response[head] as Json, rest.join("."), value) };
  const { [head]: _, ...others } = response;
  return value === undefined ? others : { ...others, [head]: value };
}

/** What is wrong with the ceremony, or how to answer it. */
type AttestationDeviation = CreateDeviation | ((begun: Attestation) => Json);

function responseTo(begun: Attestation, deviation: AttestationDeviation): Json {
  return typeof deviation === "function" ? deviation(begun) : begun.respond(deviation);
}

/** A registration that must succeed, and whose passkey then opens the door. */
export function acceptsAttestation(deviation: AttestationDeviation, wishes: Wishes = {}): Case {
  return async () => {
    const begun = await beginAttestation(wishes);
    const response = responseTo(begun, deviation);
    expect(await finishAttestation(response)).toEqual({
      status: 200,
      body: { status: "ok", errorMessage: "" },
    });
    const assertion = await beginAssertion(begun);
    expect(assertion.options.allowCredentials).toMatchObject([{ id: response.id, type: "public-key" }]);
    expect(await finishAssertion(assertion.respond())).toMatchObject({ status: 200 });
  };
}

/** A registration that must be refused in just this way, and leave nothing behind. */
export function refusesAttestation(
  expected: Refusal,
  deviation: AttestationDeviation,
  wishes: Wishes = {},
): Case {
  return async () => {
    const begun = await beginAttestation(wishes);
    const response = responseTo(begun, deviation);
    expectRefusal(await finishAttestation(response), expected);
    const unknown = await send("/assertion/options", { username: begun.username });
    expectRefusal(unknown, { status: 404, begins: "USER_NOT_FOUND: " });
  };
}

/** An assertion of somebody who is registered, that must be refused in just this way. */
export function refusesAssertion(
  expected: Refusal,
  deviation: GetDeviation | ((response: Json) => Json),
  wishes: Wishes = {},
): Case {
  return async () => {
    const begun = await beginAssertion(await register(wishes), wishes.userVerification);
    const response = typeof deviation === "function" ? deviation(begun.respond()) : begun.respond(deviation);
    expectRefusal(await finishAssertion(response), expected);
  };
}

/** An assertion of somebody who is registered, that must be accepted. */
export function acceptsAssertion(deviation: GetDeviation = {}, wishes: Wishes = {}): Case {
  return async () => {
    const person = await register(wishes);
    const first = await beginAssertion(person, wishes.userVerification);
    expect(await finishAssertion(first.respond(deviation))).toEqual({
      status: 200,
      body: { status: "ok", errorMessage: "" },
    });
    const second = await beginAssertion(person, wishes.userVerification);
    expect(await finishAssertion(second.respond(deviation))).toMatchObject({ status: 200 });
  };
}

export function expectRefusal({ status, body }: Answer, expected: Refusal): void {
  const { begins, speaksOf } = expected;
  const start = body.errorMessage.slice(0, begins.length);
  expect({ status, start }).toEqual({ status: expected.status, start: begins });
  if (speaksOf) expect(body.errorMessage.slice(begins.length)).toMatch(speaksOf);
}
