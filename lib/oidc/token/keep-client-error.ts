/** Keeps what an endpoint refuses to an authenticated client, for the client's developer. */
import type { ClientRow } from "#drizzle/schema/clients.ts";
import { recordClientError } from "#lib/clients/errors/record-client-error.ts";
import type { ClientErrorFact } from "#lib/clients/errors/schema.ts";
import type { Context } from "#lib/context/context.ts";
import { OAuthError } from "#lib/errors/oauth-error.ts";

export interface EndpointCall {
  readonly client: ClientRow;
  /** Path of the endpoint. */
  readonly endpoint: string;
  readonly facts?: readonly ClientErrorFact[];
}

/** Runs `work`; an OAuthError of it is kept and goes on to whoever called. */
export async function keepClientError<T>(
  ctx: Context,
  { client, endpoint, facts = [] }: EndpointCall,
  work: () => Promise<T>,
): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof OAuthError)
      await recordClientError(ctx, {
        client,
        endpoint,
        code: error.code,
        explanation: error.description,
        facts,
      });
    throw error;
  }
}
