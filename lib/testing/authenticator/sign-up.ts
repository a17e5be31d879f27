/** Shorthands for tests that need somebody who is registered or signed in, through the real operations. */
import { beginAccount } from "#lib/accounts/begin-account.ts";
import type { Registered } from "#lib/accounts/finish-account.ts";
import { finishRegistration } from "#lib/accounts/finish-registration.ts";
import type { Context, UserActor } from "#lib/context/context.ts";
import { beginSignIn } from "#lib/passkeys/begin-sign-in.ts";
import { finishSignIn, type SignedIn } from "#lib/passkeys/finish-sign-in.ts";
import { authenticationResponseSchema, registrationResponseSchema } from "#lib/passkeys/schema.ts";
import { resolveSession } from "#lib/sessions/resolve-session.ts";
import {
  type AuthenticatorOptions,
  type CreateDeviation,
  createAuthenticator,
  type GetDeviation,
  type SoftwareAuthenticator,
} from "./software-authenticator.ts";

export interface Person extends Registered {
  readonly authenticator: SoftwareAuthenticator;
  readonly actor: UserActor;
  readonly token: string;
}

export interface SignUpWishes {
  readonly username: string;
  readonly displayName?: string;
  readonly setUpToken?: string;
  readonly invitation?: string;
  readonly authenticator?: Partial<AuthenticatorOptions>;
  readonly deviation?: CreateDeviation;
}

/** Registers a new account with a new software authenticator. */
export async function signUp(ctx: Context, wishes: SignUpWishes): Promise<Person> {
  const authenticator = createAuthenticator({ origin: ctx.config.baseUrl, ...wishes.authenticator });
  const options = await beginAccount(ctx, {
    username: wishes.username,
    displayName: wishes.displayName,
    setUpToken: wishes.setUpToken,
    invitation: wishes.invitation,
    wishes: {},
  });
  const response = registrationResponseSchema.parse(authenticator.create(options, wishes.deviation));
  const registered = await finishRegistration(ctx, { response, deviceName: undefined });
  const token = registered.session?.token ?? "";
  return { ...registered, authenticator, token, actor: await actorOf(ctx, token) };
}

/** Signs in with a passkey that the authenticator has. */
export async function signIn(
  ctx: Context,
  authenticator: SoftwareAuthenticator,
  input: { readonly username?: string; readonly deviation?: GetDeviation } = {},
): Promise<SignedIn> {
  const options = await beginSignIn(ctx, { username: input.username });
  const response = authenticationResponseSchema.parse(authenticator.get(options, input.deviation));
  return await finishSignIn(ctx, response);
}

/** The live session behind a token. */
export async function actorOf(ctx: Context, token: string): Promise<UserActor> {
  const actor = await resolveSession(ctx, token, ctx.now);
  if (!actor) throw new Error("the token opens no session");
  return actor;
}
