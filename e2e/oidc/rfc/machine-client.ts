/** What the tests of RFCs do as an app that calls the protocol's endpoints itself. */
import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { SignJWT } from "jose";
import { inject } from "vitest";
import { assertionClaims, type ClientKey, signByClient } from "#lib/testing/client-key.ts";
import { runCommand } from "../../support/protocol.ts";
import { obtainCode, redirectUri } from "../relying-party.ts";

export const base = () => inject("baseUrl");

export interface MachineClient {
  readonly clientId: string;
  readonly clientSecret?: string;
}

/** Registers an app with any metadata through the command line. */
export async function registerClient(
  metadata: Readonly<Record<string, unknown>> = {},
): Promise<MachineClient> {
  const defaults = {
    name: "Machine",
    redirectUris: [redirectUri],
    tokenEndpointAuthMethod: "client_secret_post",
    firstParty: true,
  };
  const stdout = await runWithFile(["client", "add", "--json"], { ...defaults, ...metadata });
  return JSON.parse(stdout) as MachineClient;
}

export async function updateClient(
  { clientId }: MachineClient,
  metadata: Readonly<Record<string, unknown>>,
): Promise<void> {
  await runWithFile(["client", "update", "--id", clientId], metadata);
}

async function runWithFile(words: readonly string[], content: object): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "latchkey-client-"));
  const file = join(folder, "client.json");
  try {
    writeFileSync(file, JSON.stringify(content));
    return (await runCommand([...words, "--file", file])).stdout;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

export type FormFields = Readonly<Record<string, string | readonly string[] | undefined>>;

/** Posts a form to an endpoint under `/oauth`; the answer's status, headers and JSON (empty for no body). */
export async function call(
  endpoint: string,
  fields: FormFields,
  headers: Readonly<Record<string, string>> = {},
): Promise<{ status: number; headers: Headers; body: Record<string, unknown> & { error?: string } }> {
  const form = new URLSearchParams();
  for (const [name, value] of Object.entries(fields))
    for (const one of value === undefined ? [] : [value].flat()) form.append(name, one);
  const response = await fetch(`${base()}/oauth/${endpoint}`, { method: "POST", body: form, headers });
  const text = await response.text();
  return { status: response.status, headers: response.headers, body: text === "" ? {} : JSON.parse(text) };
}

/** The parameters by which a client of `client_secret_post`, or without a secret, presents itself. */
export function credentials({ clientId, clientSecret }: MachineClient): FormFields {
  return { client_id: clientId, client_secret: clientSecret };
}

export interface Tokens {
  readonly access_token: string;
  readonly refresh_token: string;
  readonly id_token: string;
  readonly token_type: string;
  readonly scope: string;
}

/** Signs a person in to a first-party app and redeems the code. */
export async function signInTo(
  client: MachineClient,
  cookie: string,
  parameters: Record<string, string | undefined> = {},
  headers: Readonly<Record<string, string>> = {},
  fields: FormFields = credentials(client),
): Promise<Tokens> {
  const { code, verifier } = await obtainCode(client, cookie, parameters);
  const answer = await call(
    "token",
    { grant_type: "authorization_code", redirect_uri: redirectUri, code, code_verifier: verifier, ...fields },
    headers,
  );
  if (answer.status !== 200) throw new Error(`no tokens but ${JSON.stringify(answer.body)}`);
  return answer.body as unknown as Tokens;
}

/** A client assertion (RFC 7523) by `key`; `claims` override. */
export async function assertionFields(
  client: MachineClient,
  key: ClientKey,
  claims: Readonly<Record<string, unknown>> = {},
): Promise<FormFields> {
  const payload = assertionClaims(client.clientId, new Date(), { aud: base(), ...claims });
  return asAssertion(await signByClient(key, payload));
}

export function asAssertion(jwt: string): FormFields {
  return {
    client_assertion_type: "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
    client_assertion: jwt,
  };
}

export interface ProofInput {
  readonly method?: string;
  readonly url?: string;
  readonly nonce?: string | undefined;
  readonly ath?: string;
  readonly claims?: Readonly<Record<string, unknown>>;
}

/** A DPoP proof for the token endpoint unless `input` says otherwise. */
export function makeProof(
  { alg, privateKey, publicJwk }: ClientKey,
  input: ProofInput = {},
): Promise<string> {
  const { kid: _, ...jwk } = publicJwk;
  return new SignJWT({
    htm: input.method ?? "POST",
    htu: input.url ?? `${base()}/oauth/token`,
    iat: Math.floor(Date.now() / 1000),
    jti: randomBytes(16).toString("base64url"),
    ...(input.nonce === undefined ? {} : { nonce: input.nonce }),
    ...(input.ath === undefined ? {} : { ath: input.ath }),
    ...input.claims,
  })
    .setProtectedHeader({ typ: "dpop+jwt", alg, jwk })
    .sign(privateKey);
}

/** The server's present nonce, learnt as an app learns it: by being told. */
export async function currentNonce(client: MachineClient, key: ClientKey): Promise<string> {
  const fields = { ...credentials(client), grant_type: "authorization_code", code: "x" };
  const { headers } = await call("token", fields, { dpop: await makeProof(key) });
  return headers.get("dpop-nonce") ?? "";
}
