/** What protocol tests do as a browser and as an operator would: over HTTP, and through the command line. */
import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import type {
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from "@simplewebauthn/server";
import { inject } from "vitest";
import {
  createAuthenticator,
  type SoftwareAuthenticator,
} from "#lib/testing/authenticator/software-authenticator.ts";

const root = join(import.meta.dirname, "../..");

/** Somebody with an account, a passkey and a signed-in browser. */
export interface SignedInPerson {
  /** A `Cookie` header. */
  readonly cookie: string;
  readonly authenticator: SoftwareAuthenticator;
  readonly user: { readonly id: string; readonly username: string; readonly displayName: string };
}

interface Envelope {
  readonly status: "ok" | "error";
  readonly data: unknown;
  readonly error?: { readonly code: string; readonly message: string };
}

/** Posts JSON to the API as a page of this site would; the answer's envelope and status. */
export async function post(
  path: string,
  body: unknown,
  cookie = "",
): Promise<{ status: number; envelope: Envelope; cookie: string; headers: Headers }> {
  const baseUrl = inject("baseUrl");
  const response = await fetch(baseUrl + path, {
    method: "POST",
    headers: { "content-type": "application/json", origin: baseUrl, ...(cookie === "" ? {} : { cookie }) },
    body: JSON.stringify(body),
  });
  const envelope = (await response.json()) as Envelope;
  return {
    status: response.status,
    envelope,
    cookie: cookieOf(response) ?? cookie,
    headers: response.headers,
  };
}

/** The `Cookie` header that a browser would send after `response`. */
export function cookieOf(response: Response): string | undefined {
  const pairs = response.headers.getSetCookie().map((line) => line.split(";")[0] ?? "");
  return pairs.length > 0 ? pairs.join("; ") : undefined;
}

async function succeed<T>(path: string, body: unknown, cookie = ""): Promise<{ data: T; cookie: string }> {
  const answer = await post(path, body, cookie);
  if (answer.status !== 200)
    throw new Error(`${path} answered ${answer.status}: ${JSON.stringify(answer.envelope)}`);
  return { data: answer.envelope.data as T, cookie: answer.cookie };
}

/** Signs somebody up with a new software authenticator. */
export function signUp(username: string, displayName = "Ana Example"): Promise<SignedInPerson> {
  return register({ username, displayName });
}

/** Makes the first administrator by a set-up link from the command line: works once on a server. */
export async function signUpAdministrator(username: string): Promise<SignedInPerson> {
  const { stdout } = await runCommand(["set-up-link"]);
  const setUpToken = new URL(stdout.trim()).searchParams.get("token");
  return await register({ username, displayName: "Ada Admin", setUpToken });
}

async function register(account: object): Promise<SignedInPerson> {
  const authenticator = createAuthenticator({ origin: inject("baseUrl") });
  const begun = await succeed<PublicKeyCredentialCreationOptionsJSON>(
    "/api/v1/webauthn/register/begin",
    account,
  );
  const credential = authenticator.create(begun.data);
  const done = await succeed<{ user: SignedInPerson["user"] }>("/api/v1/webauthn/register/complete", {
    credential,
  });
  return { cookie: done.cookie, authenticator, user: done.data.user };
}

/** Signs in with a passkey of `authenticator`; the new `Cookie` header. */
export async function signIn(authenticator: SoftwareAuthenticator, cookie = ""): Promise<string> {
  const begun = await succeed<PublicKeyCredentialRequestOptionsJSON>(
    "/api/v1/webauthn/authenticate/begin",
    {},
    cookie,
  );
  const done = await succeed(
    "/api/v1/webauthn/authenticate/complete",
    { credential: authenticator.get(begun.data) },
    cookie,
  );
  return done.cookie;
}

export interface ClientWishes {
  readonly name?: string;
  readonly redirectUris: readonly string[];
  readonly postLogoutRedirectUris?: readonly string[];
  readonly authMethod?: "none" | "client_secret_basic" | "client_secret_post";
  readonly firstParty?: boolean;
}

/** Registers an app with the running instance through the command line. */
export async function addClient(wishes: ClientWishes): Promise<{ clientId: string; clientSecret?: string }> {
  const { stdout } = await runCommand([
    ...["client", "add", "--json", "--name", wishes.name ?? "Test app"],
    ...["--auth-method", wishes.authMethod ?? "client_secret_basic"],
    ...wishes.redirectUris.flatMap((uri) => ["--redirect-uri", uri]),
    ...(wishes.postLogoutRedirectUris ?? []).flatMap((uri) => ["--post-logout-redirect-uri", uri]),
    ...(wishes.firstParty ? ["--first-party"] : []),
  ]);
  return JSON.parse(stdout) as { clientId: string; clientSecret?: string };
}

/** `npm run latchkey -- …` on the running server's database. */
export function runCommand(args: readonly string[]): Promise<{ stdout: string }> {
  const env = { ...process.env, BASE_URL: inject("baseUrl"), DATA_DIR: inject("dataDir") };
  return promisify(execFile)(process.execPath, ["lib/cli/main.ts", ...args], { cwd: root, env });
}
