/** Keeps a checked request while its person signs in, consents or confirms; the browser carries only a token. */
import type { ClientId, InteractionRowId } from "#drizzle/schema/ids.ts";
import type { InteractionRow } from "#drizzle/schema/oidc.ts";
import type { Context } from "#lib/context/context.ts";
import { sha256 } from "#lib/crypto/hash.ts";
import { newId, randomSecret } from "#lib/crypto/random.ts";
import type { Db } from "#lib/db/client.ts";
import { insertInteraction } from "./store.ts";

/** Long enough to set up a passkey on the way. */
const lifetimeMs = 60 * 60_000;

/** Returns the token, 43 characters, made here unless given; only its hash is stored. */
export async function createInteraction(
  ctx: Context,
  db: Db,
  input: {
    kind: InteractionRow["kind"];
    clientId: ClientId | undefined;
    request: object;
    token?: string | undefined;
  },
): Promise<string> {
  const { token = randomSecret() } = input;
  await insertInteraction(db, {
    id: newId<InteractionRowId>(),
    tokenHash: sha256(token),
    kind: input.kind,
    clientId: input.clientId ?? null,
    request: input.request,
    createdAt: ctx.now,
    expiresAt: new Date(ctx.now.getTime() + lifetimeMs),
  });
  return token;
}
