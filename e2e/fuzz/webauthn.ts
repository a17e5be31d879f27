/**
 * Sends altered registrations and assertions to a running server, a great many, and holds every answer against what
 * the alteration means: nothing that counts may be altered and accepted, nothing may end in a 5xx.
 */
import type {
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from "@simplewebauthn/server";
import { makeAuthority } from "#lib/testing/authenticator/attestation/authority.ts";
import type { AttestationKind } from "#lib/testing/authenticator/attestation/formats.ts";
import {
  type CoseAlgorithm,
  type CredentialKeyPair,
  makeKeyPair,
} from "#lib/testing/authenticator/key-pair.ts";
import {
  createAuthenticator,
  type SoftwareAuthenticator,
} from "#lib/testing/authenticator/software-authenticator.ts";
import { type Answer, type ApiClient, codeOf, createApiClient } from "./api-client.ts";
import { excuseAssertion, excuseRegistration, type SentCredential } from "./judge.ts";
import { type Random, seededRandom } from "./random.ts";
import { createTally, type Tally } from "./tally.ts";
import { assertionTrial, readSent, registrationTrial, type Trial } from "./trial.ts";
import type { Manufacturer } from "./trusting-server.ts";

export interface FuzzOptions {
  readonly baseUrl: string;
  /** Responses to send; three in a hundred are unaltered. */
  readonly count: number;
  readonly seed: number;
  readonly concurrency?: number;
  /** Ends the run early. */
  readonly maxSeconds?: number;
  /** Whom the server trusts, and demands; without it, certificates end in nobody's word. */
  readonly manufacturer?: Manufacturer;
  readonly onProgress?: (done: number) => void;
}

export interface FuzzResult {
  readonly tally: Tally;
  readonly seconds: number;
}

interface Fuzzer {
  readonly client: ApiClient;
  readonly random: Random;
  readonly tally: Tally;
  readonly options: FuzzOptions;
  readonly manufacturer: Manufacturer;
  readonly people: readonly SoftwareAuthenticator[];
  readonly keys: ReadonlyMap<CoseAlgorithm, CredentialKeyPair>;
  /** A registration's challenge that no answer has spent. */
  unspent: PublicKeyCredentialCreationOptionsJSON | undefined;
}

const api = "/api/v1/webauthn";
const algorithms = [-7, -7, -7, -8, -8, -35, -36, -37, -257] as const;
const attested: readonly AttestationKind[] = [
  "packed",
  "tpm",
  "android-key",
  "android-safetynet",
  "fido-u2f",
  "apple",
];
const allFormats: readonly AttestationKind[] = ["none", "none", "packed-self", "packed-self", ...attested];
const noProduct = "00000000-0000-0000-0000-000000000000";

export async function fuzzWebauthn(options: FuzzOptions): Promise<FuzzResult> {
  const { concurrency = 16, count, seed, maxSeconds = Number.POSITIVE_INFINITY } = options;
  const startedAt = performance.now();
  const seconds = () => (performance.now() - startedAt) / 1000;
  const client = createApiClient(options.baseUrl, concurrency);
  const tally = createTally();
  const manufacturer = options.manufacturer ?? { authority: makeAuthority(), aaguid: noProduct };
  const people = await preparePeople(client, options, manufacturer);
  const shared = { client, tally, options, manufacturer, people, keys: makeKeys() };
  let left = count;
  const work = async (worker: number) => {
    const fuzzer: Fuzzer = { ...shared, random: seededRandom(seed + worker * 7919), unspent: undefined };
    while (left > 0 && seconds() < maxSeconds) {
      left -= 1;
      const begun = count - left;
      if (begun % 1000 === 0) options.onProgress?.(begun);
      await (fuzzer.random.chance(0.5) ? tryRegistration(fuzzer) : tryAssertion(fuzzer));
    }
  };
  try {
    await Promise.all(Array.from({ length: concurrency }, (_, worker) => work(worker)));
  } finally {
    client.close();
  }
  return { tally, seconds: seconds() };
}

/** Keys for new passkeys: RSA keys are slow to make. */
function makeKeys(): Map<CoseAlgorithm, CredentialKeyPair> {
  return new Map([...new Set(algorithms)].map((algorithm) => [algorithm, makeKeyPair(algorithm)]));
}

/** People with a passkey of every algorithm. */
async function preparePeople(client: ApiClient, options: FuzzOptions, manufacturer: Manufacturer) {
  const people: SoftwareAuthenticator[] = [];
  for (const algorithm of new Set(algorithms)) {
    const attestation = options.manufacturer ? "packed" : "none";
    const settings = { origin: options.baseUrl, algorithm, attestation, ...manufacturer } as const;
    const authenticator = createAuthenticator(settings);
    await client.succeed(`${api}/register/complete`, {
      credential: authenticator.create(await beginRegistration(client)),
    });
    people.push(authenticator);
  }
  return people;
}

function beginRegistration(client: ApiClient): Promise<PublicKeyCredentialCreationOptionsJSON> {
  const username = `${crypto.randomUUID()}@example.com`;
  return client.succeed(`${api}/register/begin`, { username, displayName: "Fuzz" });
}

async function tryRegistration(fuzzer: Fuzzer): Promise<void> {
  const { client, random, options, manufacturer, keys } = fuzzer;
  const creation = fuzzer.unspent ?? (await beginRegistration(client));
  const attestation = random.pick(options.manufacturer ? attested : allFormats);
  const algorithm = attestation === "none" || attestation.startsWith("packed") ? random.pick(algorithms) : -7;
  const authenticator = createAuthenticator({
    origin: options.baseUrl,
    attestation,
    authority: manufacturer.authority,
    // U2F keys know of no AAGUID.
    aaguid: attestation === "fido-u2f" ? noProduct : manufacturer.aaguid,
    ...(random.chance(0.5) ? { counter: "counting", flags: { be: true } } : {}),
  });
  const honest = authenticator.create(creation, {
    ...(algorithm < -36 ? { keyPair: keys.get(algorithm) ?? makeKeyPair(algorithm) } : { algorithm }),
    ...(random.chance(0.2) ? { extensions: new Map([["credProtect", 2]]) } : {}),
  });
  const trial = registrationTrial(random, honest);
  const answer = await client.post(`${api}/register/complete`, trial.body);
  fuzzer.unspent = leftUnspent(answer) ? creation : undefined;
  const excuse = (sent: SentCredential) =>
    excuseRegistration(honest, sent, options.manufacturer !== undefined);
  record(fuzzer, `register ${attestation}: ${trial.part}`, trial, answer, excuse);
}

async function tryAssertion(fuzzer: Fuzzer): Promise<void> {
  const { client, random, people } = fuzzer;
  const request = await client.succeed<PublicKeyCredentialRequestOptionsJSON>(
    `${api}/authenticate/begin`,
    {},
  );
  const honest = random.pick(people).get(request);
  const trial = assertionTrial(random, honest);
  const answer = await client.post(`${api}/authenticate/complete`, trial.body);
  const excuse = (sent: SentCredential) => {
    // Nobody was named, so the handle must be there.
    const named = sent.response?.userHandle === honest.response.userHandle;
    return named ? excuseAssertion(honest, sent) : undefined;
  };
  record(fuzzer, `sign in: ${trial.part}`, trial, answer, excuse);
}

/** Refused before the challenge was looked up: it can be used for the next trial. */
function leftUnspent(answer: Answer): boolean {
  return ["VALIDATION_ERROR", "INVALID_REQUEST", "MISSING_CHALLENGE"].includes(codeOf(answer) ?? "");
}

function record(
  { tally }: Fuzzer,
  row: string,
  trial: Trial,
  answer: Answer,
  excuse: (sent: SentCredential) => string | undefined,
): void {
  const { status, text } = answer;
  const violate = (why: string) => {
    const body = Buffer.from(trial.body).toString("latin1");
    tally.violate({ row, why, status, answer: text.slice(0, 300), body });
  };
  if (status === 0 || status >= 500 || status === 429) violate("no proper answer");
  else if (status !== 200) {
    if (trial.expected === "accept") violate("an unaltered response was refused");
    else tally.count(row, "refused", `${status} ${codeOf(answer)}`);
  } else if (trial.expected === "accept") tally.count(row, "accepted");
  else {
    const reason = excuse(readSent(trial.body));
    if (reason === undefined) violate("an altered response was accepted");
    else tally.count(row, "excused", `${row.split(":")[0]}, ${reason}`);
  }
}
