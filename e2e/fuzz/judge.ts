/**
 * Says of a response that was accepted although it was altered, why that may be: it says the same, or what it says
 * otherwise is signed by nobody. No reason is a hole.
 */
import { decodeAttestationObject } from "@simplewebauthn/server/helpers";

type ResponseMember =
  | "clientDataJSON"
  | "attestationObject"
  | "authenticatorData"
  | "signature"
  | "userHandle";

export interface SentCredential {
  readonly id?: unknown;
  readonly type?: unknown;
  readonly response?: Readonly<Partial<Record<ResponseMember, unknown>>>;
}

type Statement = ReadonlyMap<string, unknown>;

interface Attestation {
  readonly fmt: string;
  readonly statement: Statement;
  readonly authData: Uint8Array;
}

const meaningless = "means the same";
const unsigned = "signed by nobody";
const unanchored = "in a certificate that no anchor vouches for";

/** Why `sent` may be accepted where `honest` is; undefined when it must not be. */
export function excuseRegistration(
  honest: SentCredential,
  sent: SentCredential,
  anchored: boolean,
): string | undefined {
  if (sent.id !== honest.id || sent.type !== honest.type) return undefined;
  const sameClientData = sent.response?.clientDataJSON === honest.response?.clientDataJSON;
  if (sameClientData && sent.response?.attestationObject === honest.response?.attestationObject)
    return meaningless;
  const [before, after] = [readAttestation(honest), readAttestation(sent)];
  if (!before || !after || before.fmt !== after.fmt) return undefined;
  const reasons: string[] = [];
  if (!sameClientData) {
    if (before.fmt !== "none" || !asksTheSame(honest, sent)) return undefined;
    reasons.push(unsigned);
  }
  if (!equal(before.authData, after.authData)) {
    if (!differsWhereUnsigned(before, after)) return undefined;
    reasons.push(unsigned);
  }
  const excuse = excuseStatement(before, after, anchored);
  return excuse === undefined ? undefined : [...reasons, excuse].join(", ");
}

export function excuseAssertion(honest: SentCredential, sent: SentCredential): string | undefined {
  if (sent.id !== honest.id || sent.type !== honest.type) return undefined;
  const before: SentCredential["response"] = honest.response ?? {};
  const after: SentCredential["response"] = sent.response ?? {};
  // A handle that is left out says nothing; one that is there must be the owner's.
  const handles = [before.userHandle, undefined, null, ""];
  const alike = (member: ResponseMember) => before[member] === after[member];
  if (!alike("clientDataJSON") || !alike("authenticatorData") || !handles.includes(after.userHandle))
    return undefined;
  return alike("signature") ? meaningless : undefined;
}

function readAttestation(credential: SentCredential): Attestation | undefined {
  try {
    const object: Statement = decodeAttestationObject(
      bytesOf(credential.response?.attestationObject) as Uint8Array<ArrayBuffer>,
    ) as never;
    const [fmt, statement, authData] = ["fmt", "attStmt", "authData"].map((member) => object.get(member));
    if (typeof fmt !== "string" || !(statement instanceof Map) || !(authData instanceof Uint8Array))
      return undefined;
    return { fmt, statement, authData };
  } catch {
    return undefined;
  }
}

/** Whether the members that a server judges ask for the same; without attestation nobody signs the rest. */
function asksTheSame(honest: SentCredential, sent: SentCredential): boolean {
  const [before, after] = [honest, sent].map((credential) => {
    try {
      return JSON.parse(Buffer.from(bytesOf(credential.response?.clientDataJSON)).toString()) as Record<
        string,
        unknown
      >;
    } catch {
      return {};
    }
  });
  return (
    ["type", "challenge", "origin"].every((member) => before?.[member] === after?.[member]) &&
    (after?.crossOrigin ?? false) === false &&
    (after?.topOrigin ?? null) === null
  );
}

/** RP ID hash, presence, verification and the credential's id are held against what was asked for, in all formats. */
function differsWhereUnsigned(before: Attestation, after: Attestation): boolean {
  if (before.fmt !== "none" && before.fmt !== "fido-u2f") return false;
  const [old, altered] = [before.authData, after.authData];
  const asked = 0x45;
  const idEnd = 55 + (((old[53] ?? 0) << 8) | (old[54] ?? 0));
  return (
    equal(old.subarray(0, 32), altered.subarray(0, 32)) &&
    ((old[32] ?? 0) & asked) === ((altered[32] ?? 0) & asked) &&
    equal(old.subarray(53, idEnd), altered.subarray(53, idEnd)) &&
    // With no attestation, whoever registers may name another key. U2F signs the point, in whatever CBOR it is written.
    (before.fmt === "none" || namesPoint(old.subarray(idEnd), altered.subarray(idEnd)))
  );
}

/** Whether `key`, a COSE_Key, names the point of `old`, which is written as authenticators write it (77 bytes). */
function namesPoint(old: Uint8Array, key: Uint8Array): boolean {
  return [old.subarray(10, 42), old.subarray(45, 77)].every((part) =>
    Buffer.from(key).includes(Buffer.from(part)),
  );
}

function excuseStatement(before: Attestation, after: Attestation, anchored: boolean): string | undefined {
  const changed = [...new Set([...before.statement.keys(), ...after.statement.keys()])].filter(
    (member) => !same(before.statement.get(member), after.statement.get(member)),
  );
  const excuses = changed.map((member) => excuseMember(before, after, member, anchored));
  if (excuses.includes(undefined)) return undefined;
  return excuses[0] ?? meaningless;
}

function excuseMember(before: Attestation, after: Attestation, member: string, anchored: boolean) {
  const [old, altered] = [before.statement.get(member), after.statement.get(member)];
  if (member === "x5c" && Array.isArray(old) && Array.isArray(altered))
    return excusePath(old, altered, anchored);
  // SafetyNet signs its answer; the version beside it is nobody's word.
  if (member === "ver" && before.fmt === "android-safetynet" && altered) return unsigned;
  return undefined;
}

/** Each certificate is signed by the next one; the last of the list by nobody, unless an anchor is known. */
function excusePath(old: readonly unknown[], altered: readonly unknown[], anchored: boolean) {
  // A root vouches for itself as often as it is named, and need not be named where it is known.
  if (same(altered, [...old, old.at(-1)])) return meaningless;
  if (anchored) return old.length === 3 && same(altered, old.slice(0, 2)) ? meaningless : undefined;
  const vouchedFor = altered.slice(0, -1);
  const allowed = altered.length > 0 && altered.length <= old.length;
  return allowed && same(vouchedFor, old.slice(0, vouchedFor.length)) ? unanchored : undefined;
}

function same(left: unknown, right: unknown): boolean {
  if (left instanceof Uint8Array && right instanceof Uint8Array) return equal(left, right);
  if (Array.isArray(left) && Array.isArray(right))
    return left.length === right.length && left.every((item, index) => same(item, right[index]));
  return Object.is(left, right);
}

function equal(left: Uint8Array, right: Uint8Array): boolean {
  return Buffer.compare(left, right) === 0;
}

function bytesOf(text: unknown): Uint8Array {
  return new Uint8Array(Buffer.from(typeof text === "string" ? text : "", "base64url"));
}
