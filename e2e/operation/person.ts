/** Somebody at a browser with a software authenticator, talking to one instance. */
import type {
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from "@simplewebauthn/server";
import {
  type AuthenticatorOptions,
  createAuthenticator,
  type SoftwareAuthenticator,
} from "#lib/testing/authenticator/software-authenticator.ts";

export interface Person {
  readonly username: string;
  readonly authenticator: SoftwareAuthenticator;
  /** A `Cookie` header. */
  readonly cookie: string;
}

/** @throws Error for any answer but 200. */
export async function post<T>(
  baseUrl: string,
  path: string,
  body: unknown,
  cookie = "",
): Promise<{ readonly data: T; readonly cookie: string }> {
  const response = await fetch(baseUrl + path, {
    method: "POST",
    headers: {
      "Content-Type": "application/json",
      Origin: baseUrl,
      ...(cookie === "" ? {} : { Cookie: cookie }),
    },
    body: JSON.stringify(body),
  });
  const envelope = (await response.json()) as { data: T };
  if (response.status !== 200) throw new Error(`${path}: ${response.status} ${JSON.stringify(envelope)}`);
  const set = response.headers.getSetCookie().map((line) => line.split(";")[0]);
  return { data: envelope.data, cookie: set.length > 0 ? set.join("; ") : cookie };
}

/** Signs up with a new passkey; when this returns, the server has acknowledged the account. */
export async function signUp(
  baseUrl: string,
  username: string,
  settings: Partial<AuthenticatorOptions> = {},
): Promise<Person> {
  const authenticator = createAuthenticator({ origin: baseUrl, ...settings });
  const options = await post<PublicKeyCredentialCreationOptionsJSON>(
    baseUrl,
    "/api/v1/webauthn/register/begin",
    {
      username,
      displayName: username,
    },
  );
  const { cookie } = await post(baseUrl, "/api/v1/webauthn/register/complete", {
    credential: authenticator.create(options.data),
  });
  return { username, authenticator, cookie };
}

/** The first half of a sign-in; the other is `finishSignIn`. */
export async function beginSignIn(baseUrl: string): Promise<PublicKeyCredentialRequestOptionsJSON> {
  const { data } = await post<PublicKeyCredentialRequestOptionsJSON>(
    baseUrl,
    "/api/v1/webauthn/authenticate/begin",
    {},
  );
  return data;
}

/** The `Cookie` header of the new session. */
export async function finishSignIn(
  baseUrl: string,
  person: Person,
  options: PublicKeyCredentialRequestOptionsJSON,
): Promise<string> {
  const { cookie } = await post(baseUrl, "/api/v1/webauthn/authenticate/complete", {
    credential: person.authenticator.get(options),
  });
  return cookie;
}

/** Whether the account page opens for whoever sends `cookie`. */
export async function isSignedIn(baseUrl: string, cookie: string): Promise<boolean> {
  const response = await fetch(`${baseUrl}/account`, { headers: { Cookie: cookie }, redirect: "manual" });
  await response.body?.cancel();
  return response.status === 200;
}
