/** The apps that a person can go to from here. */
import type { Context } from "#lib/context/context.ts";
import { DomainError } from "#lib/errors/domain-error.ts";
import { selectAppsFor } from "./store.ts";

export interface LauncherApp {
  readonly clientId: string;
  readonly name: string;
  /** Where the app begins; absent where it never said so. */
  readonly href?: string;
  /** Absent: not yet. */
  readonly lastUsedAt?: Date;
}

/** More than a screen of them is no launcher any more. */
const mostShown = 24;

/** The actor's, the latest used first. @throws DomainError UNAUTHENTICATED */
export async function listLauncher({ db, actor }: Pick<Context, "db" | "actor">): Promise<LauncherApp[]> {
  if (actor.type !== "user") throw new DomainError("UNAUTHENTICATED");
  const found = await selectAppsFor(db, { userId: actor.userId, limit: mostShown });
  return found.map(({ clientId, name, clientUri, lastUsedAt }) => ({
    clientId,
    name,
    ...(clientUri === null ? {} : { href: clientUri }),
    ...(lastUsedAt === null ? {} : { lastUsedAt }),
  }));
}
