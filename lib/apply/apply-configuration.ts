/** Brings the instance to what a file says, all of it or nothing; a dry run is the same without keeping it. */
import type { Context } from "#lib/context/context.ts";
import type { Database } from "#lib/db/client.ts";
import { applyClients, pruneClients, type SecretReader } from "./apply-clients.ts";
import { applyGroups, pruneGroups } from "./apply-groups.ts";
import { applySettings } from "./apply-settings.ts";
import type { Change, Configuration } from "./schema.ts";

export interface Application {
  readonly configuration: Configuration;
  readonly readSecret: SecretReader;
  /** Tells the differences, with every rule checked, and leaves everything as it is. */
  readonly dryRun: boolean;
}

/**
 * Every change is made by the operation that an administrator's click calls, with its checks and its event; their
 * transactions are parts of this one. What is so already is not touched, so that a second run does nothing.
 * @throws ConfigurationError; DomainError FORBIDDEN and STEP_UP_REQUIRED from the operations
 */
export async function applyConfiguration(ctx: Context, application: Application): Promise<readonly Change[]> {
  try {
    return await ctx.db.transaction(async (tx) => {
      // Every operation takes its database from here.
      const changes = await applyAll({ ...ctx, db: tx as unknown as Database }, application);
      if (application.dryRun) throw new NotKept(changes);
      return changes;
    });
  } catch (error) {
    if (error instanceof NotKept) return error.changes;
    throw error;
  }
}

async function applyAll(ctx: Context, { configuration, readSecret }: Application): Promise<Change[]> {
  return [
    ...(await applyGroups(ctx, configuration)),
    ...(await applyClients(ctx, configuration, readSecret)),
    ...(await pruneClients(ctx, configuration)),
    ...(await pruneGroups(ctx, configuration)),
    ...(await applySettings(ctx, configuration)),
  ];
}

/** Ends the transaction of a dry run. */
class NotKept extends Error {
  readonly changes: readonly Change[];
  constructor(changes: readonly Change[]) {
    super("a dry run keeps nothing");
    this.changes = changes;
  }
}
