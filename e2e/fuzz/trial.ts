/** One altered response: what is struck, what is sent, and what an answer to it means. */
import { decodeAttestationObject } from "@simplewebauthn/server/helpers";
import { type Cbor, encodeCbor } from "#lib/testing/authenticator/cbor.ts";
import type { SentCredential } from "./judge.ts";
import { mutateBytes } from "./mutate-bytes.ts";
import { mutateShape, mutateText } from "./mutate-json.ts";
import type { Random } from "./random.ts";

export interface Trial {
  /** The row of the table. */
  readonly part: string;
  readonly body: string | Uint8Array;
  /** `accept`: nothing that counts was altered, and a refusal is an error. */
  readonly expected: "refuse" | "accept";
}

/** Members whose bytes are struck, and how often compared to each other. */
const registrationParts = [
  "attestationObject",
  "attestationObject",
  "authData",
  "authData",
  "attStmt",
  "attStmt",
  "clientDataJSON",
  "id",
  "shape",
  "text",
] as const;

const assertionParts = [
  "authenticatorData",
  "authenticatorData",
  "clientDataJSON",
  "clientDataJSON",
  "signature",
  "signature",
  "id",
  "userHandle",
  "shape",
  "text",
] as const;

const controlShare = 0.01;
const harmlessShare = 0.02;

export function registrationTrial(random: Random, honest: SentCredential): Trial {
  return unalteredTrial(random, honest) ?? alteredTrial(random, honest, random.pick(registrationParts));
}

export function assertionTrial(random: Random, honest: SentCredential): Trial {
  return unalteredTrial(random, honest) ?? alteredTrial(random, honest, random.pick(assertionParts));
}

/** The credential in a body that was sent, as far as it is one. */
export function readSent(body: string | Uint8Array): SentCredential {
  const { credential } = JSON.parse(Buffer.from(body).toString()) as { credential?: SentCredential };
  return credential ?? {};
}

function unalteredTrial(random: Random, honest: SentCredential): Trial | undefined {
  const draw = random.fraction();
  if (draw < controlShare)
    return { part: "unaltered", body: JSON.stringify({ credential: honest }), expected: "accept" };
  if (draw > controlShare + harmlessShare) return undefined;
  return { part: "harmless", body: random.pick(harmless)(honest), expected: "accept" };
}

/** What a browser of tomorrow might send. */
const harmless: readonly ((honest: SentCredential) => string)[] = [
  (honest) => JSON.stringify({ credential: { ...honest, tomorrow: { nested: [1] } } }),
  (honest) => JSON.stringify({ credential: honest }, undefined, 2),
  (honest) => JSON.stringify({ credential: { ...honest, rawId: undefined } }),
  (honest) => JSON.stringify({ credential: { ...honest, authenticatorAttachment: null } }),
  (honest) =>
    JSON.stringify({ credential: { ...honest, clientExtensionResults: { prf: { enabled: true } } } }),
  (honest) => JSON.stringify({ credential: Object.fromEntries(Object.entries(honest).toReversed()) }),
  (honest) =>
    JSON.stringify({ credential: { ...honest, response: { ...honest.response, publicKeyAlgorithm: -7 } } }),
  (honest) => JSON.stringify({ credential: honest }).replaceAll("public-key", "public\\u002dkey"),
];

function alteredTrial(
  random: Random,
  honest: SentCredential,
  part: (typeof registrationParts)[number] | (typeof assertionParts)[number],
): Trial {
  const body = { credential: honest };
  const trial = (altered: string | Uint8Array): Trial => ({ part, body: altered, expected: "refuse" });
  const withResponse = (members: Record<string, string>) =>
    trial(JSON.stringify({ credential: { ...honest, response: { ...honest.response, ...members } } }));
  switch (part) {
    case "shape":
      return trial(mutateShape(random, body));
    case "text":
      return trial(mutateText(random, body));
    case "id": {
      const id = strike(random, honest.id);
      return trial(JSON.stringify({ credential: { ...honest, id, rawId: id } }));
    }
    case "authData":
    case "attStmt": {
      const object = decodeAttestationObject(bytesOf(honest.response?.attestationObject));
      const altered = part === "authData" ? strikeData(random, object) : strikeStatement(random, object);
      return withResponse({ attestationObject: Buffer.from(encodeCbor(altered)).toString("base64url") });
    }
    default:
      return withResponse({ [part]: strike(random, honest.response?.[part]) });
  }
}

function strike(random: Random, text: unknown): string {
  return Buffer.from(mutateBytes(random, bytesOf(text))).toString("base64url");
}

function strikeData(random: Random, object: object): Map<string, Cbor> {
  const parts = new Map(object as Map<string, Cbor>);
  return parts.set("authData", mutateBytes(random, parts.get("authData") as Uint8Array));
}

/** One member, or one element of the list in it; what is no bytes gets bytes instead, or goes. */
function strikeStatement(random: Random, object: object): Map<string, Cbor> {
  const parts = new Map(object as Map<string, Cbor>);
  const statement = new Map(parts.get("attStmt") as Map<string, Cbor>);
  const member = statement.size > 0 ? random.pick([...statement.keys()]) : "sig";
  const value = statement.get(member);
  if (random.chance(0.1)) {
    if (!statement.delete(member)) statement.set(member, random.bytes(8));
  } else if (value instanceof Uint8Array) statement.set(member, mutateBytes(random, value));
  else if (Array.isArray(value)) statement.set(member, strikeList(random, value as Uint8Array[]));
  else statement.set(member, random.bytes(random.below(80)));
  return parts.set("attStmt", statement);
}

function strikeList(random: Random, list: readonly Uint8Array[]): Uint8Array[] {
  const at = random.below(list.length);
  const item = list[at] ?? new Uint8Array();
  switch (random.below(12)) {
    case 0:
      return list.toSpliced(at, 1);
    case 1:
      return [...list, item];
    case 2:
      return list.length > 1 ? list.toReversed() : [];
    default:
      return list.with(at, mutateBytes(random, item));
  }
}

function bytesOf(text: unknown): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Buffer.from(typeof text === "string" ? text : "", "base64url"));
}
