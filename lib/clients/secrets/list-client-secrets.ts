/** When the secrets of an app came and when they go; what they are nobody can tell. */
import type { Context } from "#lib/context/context.ts";
import { getClient } from "../get-client.ts";
import { selectClientSecrets } from "./store.ts";

/** The oldest first. @throws DomainError FORBIDDEN, CLIENT_NOT_FOUND */
export async function listClientSecrets(ctx: Context, clientId: string) {
  const client = await getClient(ctx, clientId);
  const secrets = await selectClientSecrets(ctx.db, client.id);
  return secrets.map(({ id, createdAt, expiresAt }) => ({ id, createdAt, expiresAt }));
}
