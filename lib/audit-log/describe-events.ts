/** Rows of the trail → what administrators are told of them, with the names that things have now. */
import { z } from "zod";
import type { AuditEventRow } from "#drizzle/schema/audit.ts";
import type { ApiKeyId, ClientId, CredentialRowId, GroupId, UserId } from "#drizzle/schema/ids.ts";
import type { AuditAction } from "#lib/audit/catalogue.ts";
import type { Db } from "#lib/db/client.ts";
import type { AuditEventRecord, Named } from "./schema.ts";
import { type NamedKind, selectNames } from "./store.ts";

/** All of them with one further query. */
export async function describeEvents(
  db: Db,
  rows: readonly { readonly event: AuditEventRow }[],
): Promise<AuditEventRecord[]> {
  const events = rows.map(({ event }) => event);
  const found = await selectNames(db, {
    people: new Set(
      events.flatMap(({ actorType, actorId, subjectUserId }) =>
        [actorType === "user" ? actorId : null, subjectUserId].filter(isUuid<UserId>),
      ),
    ),
    clients: new Set(
      events.flatMap(({ actorType, actorId, clientId }) =>
        [actorType === "client" ? (actorId as ClientId | null) : null, clientId].filter((id) => id !== null),
      ),
    ),
    passkeys: new Set(events.map(({ credentialId }) => credentialId).filter(isUuid<CredentialRowId>)),
    apiKeys: new Set(
      events
        .map(({ actorType, actorId }) => (actorType === "api_key" ? actorId : null))
        .filter(isUuid<ApiKeyId>),
    ),
    groups: new Set(events.map(({ details }) => detailsOf(details).groupId).filter(isUuid<GroupId>)),
  });
  const names = new Map(found.map(({ kind, id, name }) => [`${kind}/${id}`, name]));
  return events.map((event) => describeEvent(event, (kind, id) => names.get(`${kind}/${id}`) ?? null));
}

type NameOf = (kind: NamedKind, id: string) => string | null;

function describeEvent(row: AuditEventRow, nameOf: NameOf): AuditEventRecord {
  const details = detailsOf(row.details);
  const named = (kind: NamedKind, id: string | null): Named | null =>
    id === null ? null : { id, name: nameOf(kind, id) };
  return {
    id: row.id,
    at: row.occurredAt,
    action: row.action as AuditAction,
    outcome: row.outcome,
    reason: row.reason,
    actor: { type: row.actorType, id: row.actorId, name: actorName(row, nameOf) },
    person: named("people", row.subjectUserId),
    app: named("clients", row.clientId),
    passkey: named("passkeys", row.credentialId),
    group: named("groups", isUuid(details.groupId) ? details.groupId : null),
    sessionId: row.sessionId,
    ip: row.ip,
    userAgent: row.userAgent,
    requestId: row.requestId,
    details,
  };
}

function actorName({ actorType, actorId }: AuditEventRow, nameOf: NameOf): string | null {
  if (actorId === null) return null;
  switch (actorType) {
    case "user":
      return nameOf("people", actorId);
    case "client":
      return nameOf("clients", actorId);
    case "api_key":
      return nameOf("apiKeys", actorId);
    // Which part of the program it was.
    case "system":
      return actorId;
    case "operator":
    case "anonymous":
      return null;
  }
}

function detailsOf(details: unknown): Record<string, unknown> {
  return typeof details === "object" && details !== null ? (details as Record<string, unknown>) : {};
}

function isUuid<Id extends string>(value: unknown): value is Id {
  return z.guid().safeParse(value).success;
}
