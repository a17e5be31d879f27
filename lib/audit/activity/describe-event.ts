/** A row of the trail → what the person whom it is about may know of it. */
import type { AuditEventRow } from "#drizzle/schema/audit.ts";
import type { UserId } from "#drizzle/schema/ids.ts";
import type { AuditAction } from "../catalogue.ts";
import { kindOfAction } from "./activity-kinds.ts";
import type { ActivityEvent } from "./schema.ts";
import type { FoundEvent } from "./store.ts";

/** Details hold more, for administrators: their notes, numbers of tokens, ids. */
const toldFacts = ["by", "method", "via", "name", "from", "to", "changed", "askedWith"] as const;

export function describeEvent({ event, appName, passkeyName }: FoundEvent, userId: UserId): ActivityEvent {
  const action = event.action as AuditAction;
  const kind = kindOfAction(action);
  if (!kind) throw new Error(`${action} is told to nobody`);
  const by = authorOf(event, userId);
  // Where an administrator sat, or which machine an app runs on, is not the person's to know.
  const ownBrowser = by === "you" || by === "unknown";
  return {
    id: event.id,
    at: event.occurredAt,
    kind,
    action,
    outcome: event.outcome,
    reason: event.reason,
    by,
    app: event.clientId === null ? null : { id: event.clientId, name: appName },
    passkey: event.credentialId === null ? null : { id: event.credentialId, name: passkeyName },
    ip: ownBrowser ? event.ip : null,
    userAgent: ownBrowser ? event.userAgent : null,
    facts: factsOf(event.details),
  };
}

function authorOf({ actorType, actorId }: AuditEventRow, userId: UserId): ActivityEvent["by"] {
  switch (actorType) {
    case "user":
      return actorId === userId ? "you" : "administrator";
    case "api_key":
    case "operator":
      return "administrator";
    case "client":
      return "app";
    case "system":
      return "system";
    case "anonymous":
      return "unknown";
  }
}

function factsOf(details: unknown): ActivityEvent["facts"] {
  const given = typeof details === "object" && details !== null ? details : {};
  return Object.fromEntries(
    Object.entries(given).flatMap(([name, value]): [string, string | string[]][] => {
      if (!(toldFacts as readonly string[]).includes(name)) return [];
      if (typeof value === "string") return [[name, value]];
      return Array.isArray(value) ? [[name, value.map(String)]] : [];
    }),
  );
}
