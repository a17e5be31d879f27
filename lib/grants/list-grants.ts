/** The apps that a person signed in to, and what they were given. */
import type { Context } from "#lib/context/context.ts";
import { DomainError } from "#lib/errors/domain-error.ts";
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

/** The actor's own, by name. @throws DomainError UNAUTHENTICATED */
export async function listGrants({ db, actor }: Pick<Context, "db" | "actor">): Promise<GrantedApp[]> {
  if (actor.type !== "user") throw new DomainError("UNAUTHENTICATED");
  const rows = await selectGrantsOf(db, actor.userId);
  return rows.map(({ clientUri, source, disabledAt, ...row }) => ({
    ...row,
    ...(clientUri === null ? {} : { clientUri }),
    selfRegistered: source !== "manual",
    disabled: disabledAt !== null,
  }));
}
