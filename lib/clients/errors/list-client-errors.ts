/** The last mistakes of an app, for whoever looks for the reason why it does not work. */
import type { Context } from "#lib/context/context.ts";
import { getClient } from "../get-client.ts";
import { type ClientErrorFact, clientErrorFactsSchema } from "./schema.ts";
import { selectClientErrors } from "./store.ts";

export interface KeptClientError {
  readonly id: string;
  readonly occurredAt: Date;
  readonly endpoint: string;
  readonly code: string;
  readonly explanation: string;
  readonly facts: ClientErrorFact[];
  /** Finds the lines of the log and the events of the audit trail. */
  readonly requestId: string;
}

/** At most twenty, the last first. @throws DomainError FORBIDDEN, CLIENT_NOT_FOUND */
export async function listClientErrors(ctx: Context, clientId: string): Promise<KeptClientError[]> {
  const { id } = await getClient(ctx, clientId);
  const rows = await selectClientErrors(ctx.db, id);
  return rows.map(({ clientId: _clientId, facts, ...row }) => ({
    ...row,
    facts: clientErrorFactsSchema.parse(facts),
  }));
}
