/** What every operation receives: who asks, from where, when, and what it may use. */
import type { ApiKeyId, CredentialRowId, SessionId, UserId } from "#drizzle/schema/ids.ts";
import type { SessionMethod } from "#drizzle/schema/sessions.ts";
import type { UserRole } from "#drizzle/schema/users.ts";
import type { Config } from "#lib/config/load-config.ts";
import type { Keyring } from "#lib/crypto/keyring.ts";
import type { Database } from "#lib/db/client.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import type { Logger } from "#lib/log/logger.ts";

/** A person with a live session. The row was read in this request: its status is not stale. */
export interface UserActor {
  readonly type: "user";
  readonly userId: UserId;
  readonly username: string;
  readonly displayName: string;
  /** URL of the picture. */
  readonly picture: string | undefined;
  /** The language that the person chose (BCP 47), one of ours or not. */
  readonly locale: string | undefined;
  readonly role: UserRole;
  readonly sessionId: SessionId;
  /** The passkey that opened the session. */
  readonly credentialId: CredentialRowId | undefined;
  /** How this person was verified last in this session. */
  readonly method: SessionMethod;
  /** The last ceremony that verified this person in this session (sign-in or step-up). */
  readonly authTime: Date;
  readonly acr: string;
  readonly amr: readonly string[];
}

/** A program that an administrator gave a key. */
export interface ApiKeyActor {
  readonly type: "api_key";
  readonly keyId: ApiKeyId;
  readonly name: string;
  /** Permissions (lib/permissions) that the key was given. */
  readonly scopes: readonly string[];
  readonly createdBy: UserId;
  /** Of the person who made it, as it is now. */
  readonly creatorRole: UserRole;
}

export type Actor =
  | { readonly type: "anonymous" }
  | UserActor
  | ApiKeyActor
  /** Whoever has a shell on the machine: the command line. */
  | { readonly type: "operator" }
  /** The program itself: start-up and jobs; `name` says which part. */
  | { readonly type: "system"; readonly name: string };

/** What lives as long as the process. */
export interface Runtime {
  readonly db: Database;
  readonly config: Config;
  readonly keyring: Keyring;
  readonly log: Logger<"security">;
}

export interface Context extends Runtime {
  /** The one clock of the operation; tests freeze it. */
  readonly now: Date;
  readonly actor: Actor;
  /** Further people who are signed in in the same browser; `actor` is the one whom it shows. */
  readonly alsoSignedIn?: readonly UserActor[];
  /** The client's address, through declared proxies only; empty for the command line and jobs. */
  readonly ip: string;
  readonly userAgent: string;
  readonly requestId: string;
  /** The language of whatever is said to the one who asks. */
  readonly locale: Locale;
  /** The `If-Match` of a call that changes something versioned: it is to change what its author saw, or nothing. */
  readonly ifMatch?: string | undefined;
}
