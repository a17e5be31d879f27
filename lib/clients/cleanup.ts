/** Removes secrets of apps that have expired. */
import type { Db } from "#lib/db/client.ts";
import { deleteSecretsBefore } from "./secrets/store.ts";

/** They stay for a day, so that whoever looks for the reason of a failure finds it. Returns how many were removed. */
export function deleteExpiredClientSecrets(db: Db, now: Date): Promise<number> {
  return deleteSecretsBefore(db, new Date(now.getTime() - 86_400_000));
}
