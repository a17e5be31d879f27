/** The apps that a person signed in to, and what they were given. */
import type { UserId } from "#drizzle/schema/ids.ts";
import type { Context } from "#lib/context/context.ts";
import type { Db } from "#lib/db/client.ts";
import { DomainError } from "#lib/errors/domain-error.ts";
import { checkPermission } from "#lib/permissions/check-permission.ts";
import { selectGrantsOf } from "./store.ts";

export interface GrantedApp {
  readonly clientId: string;
  readonly name: string;
  readonly clientUri?: string;
  /** Given without asking: the app belongs to whoever runs this instance. */
  readonly firstParty: boolean;
  /** Nobody here has checked its name. */
  readonly selfRegistered: boolean;
  /** Nobody can sign in to it now. */
  readonly disabled: boolean;
  /** What its registration lets it ask for; null: everything. */
  readonly registeredScopes: readonly string[] | null;
  readonly scopes: readonly string[];
  readonly claims: readonly string[];
  readonly resources: readonly string[];
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** Somebody's, by name, for who administers. @throws DomainError FORBIDDEN */
export async function listGrantsOfPerson(ctx: Context, userId: UserId): Promise<GrantedApp[]> {
  checkPermission(ctx, "consents.read");
  return await describeGrantsOf(ctx.db, userId);
}

/** The actor's own, by name. @throws DomainError UNAUTHENTICATED */
export async function listGrants({ db, actor }: Pick<Context, "db" | "actor">): Promise<GrantedApp[]> {
  if (actor.type !== "user") throw new DomainError("UNAUTHENTICATED");
  return await describeGrantsOf(db, actor.userId);
}

async function describeGrantsOf(db: Db, userId: UserId): Promise<GrantedApp[]> {
  const rows = await selectGrantsOf(db, userId);
  return rows.map(({ clientUri, source, disabledAt, ...row }) => ({
    ...row,
    ...(clientUri === null ? {} : { clientUri }),
    selfRegistered: source !== "manual",
    disabled: disabledAt !== null,
  }));
}
