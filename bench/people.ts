/** People with a passkey each, and what they do: sign up, sign in. */
import type {
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from "@simplewebauthn/server";
import {
  createAuthenticator,
  type SoftwareAuthenticator,
} from "#lib/testing/authenticator/software-authenticator.ts";
import { type Caller, openCaller } from "./load.ts";

/** As it comes, but for limits that one address would run into, and with sign-up open. */
export const generousLimits = {
  SIGN_UP: "open",
  RATE_LIMIT_REQUESTS: "1000000",
  RATE_LIMIT_WINDOW: "1",
  LOG_FORMAT: "json",
};

const api = "/api/v1/webauthn";

/** Registers somebody over HTTP with an ES256 passkey; sign-up must be open. */
export async function signUp(url: string, username: string): Promise<SoftwareAuthenticator> {
  const caller = openCaller(url);
  try {
    const authenticator = createAuthenticator({ origin: url, counter: "counting" });
    const begun = (await caller.post(`${api}/register/begin`, { username })) as {
      data: PublicKeyCredentialCreationOptionsJSON;
    };
    await caller.post(`${api}/register/complete`, { credential: authenticator.create(begun.data) });
    return authenticator;
  } finally {
    caller.close();
  }
}

/** Both calls of a sign-in from a browser that has no session; without a name as from autofill. */
export function signInBy(
  caller: Caller,
  authenticator: SoftwareAuthenticator,
  username?: string,
): () => Promise<void> {
  const beginning = username === undefined ? {} : { username };
  return async () => {
    const { data } = (await caller.post(`${api}/authenticate/begin`, beginning)) as {
      data: PublicKeyCredentialRequestOptionsJSON;
    };
    await caller.post(`${api}/authenticate/complete`, { credential: authenticator.get(data) });
  };
}

/** Signs in as a browser does and hands back the session's cookie. @throws Error where no cookie is set */
export async function signInByCookie(url: string, authenticator: SoftwareAuthenticator): Promise<string> {
  const post = (path: string, body: unknown, cookie = "") =>
    fetch(`${url}${api}/${path}`, {
      method: "POST",
      body: JSON.stringify(body),
      headers: { "content-type": "application/json", origin: url, cookie },
    });
  const begun = await post("authenticate/begin", {});
  const cookie = cookiesOf(begun);
  const { data } = (await begun.json()) as { data: PublicKeyCredentialRequestOptionsJSON };
  const done = await post("authenticate/complete", { credential: authenticator.get(data) }, cookie);
  if (!done.ok) throw new Error(`the sign-in answered ${done.status}`);
  return cookiesOf(done);
}

function cookiesOf(response: Response): string {
  return response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(";")[0] ?? "")
    .join("; ");
}
