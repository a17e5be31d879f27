/** Under which `sub` an app knows a person (OIDC Core section 8). */
import { createHmac } from "node:crypto";
import type { ClientRow } from "#drizzle/schema/clients.ts";
import type { UserId } from "#drizzle/schema/ids.ts";
import type { Runtime } from "#lib/context/context.ts";
import { subjectSalt } from "./subject-salt.ts";

export type SubjectClient = Pick<ClientRow, "subjectType" | "sectorIdentifier" | "redirectUris">;

/**
 * Public: the person's id, the same for every app. Pairwise: the same for all apps of a sector, and nothing that two
 * sectors could compare. Whatever leaves the house as `sub`, or comes back as one, goes through here.
 */
export function subjectOf(runtime: Pick<Runtime, "db">, client: SubjectClient, userId: UserId): string {
  if (client.subjectType === "public") return userId;
  return createHmac("sha256", subjectSalt(runtime))
    .update(`${sectorOf(client)}\0${userId}`)
    .digest("base64url");
}

/** Section 8.1: the sector that was verified, else the host of the redirect URI; a native app is a sector of its own. */
function sectorOf({ sectorIdentifier, redirectUris: [first = ""] }: SubjectClient): string {
  return sectorIdentifier ?? (URL.parse(first)?.hostname || first);
}
