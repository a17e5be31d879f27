/** Writes one event of the trail, last in the transaction of the act that it tells of. */
import { sql } from "drizzle-orm";
import { auditEvents } from "#drizzle/schema/audit.ts";
import type { AuditEventId, ClientId, CredentialRowId, SessionId, UserId } from "#drizzle/schema/ids.ts";
import type { Context } from "#lib/context/context.ts";
import { newId } from "#lib/crypto/random.ts";
import type { Db } from "#lib/db/client.ts";
import { prepared } from "#lib/db/prepared.ts";
import type { AuditAction } from "./catalogue.ts";

export interface AuditEvent {
  readonly action: AuditAction;
  readonly outcome: "success" | "failure";
  /** On failures: the code or rule that refused, in the catalogue's or the RFC's spelling. */
  readonly reason?: string;
  /** Whose personal data the event holds: the person it is about. */
  readonly subjectUserId?: UserId;
  readonly clientId?: ClientId;
  readonly credentialId?: CredentialRowId;
  readonly sessionId?: SessionId;
  /** Small facts for the reader; never secrets, tokens or raw input of unbounded length. */
  readonly details?: Readonly<Record<string, string | number | boolean | null | readonly string[]>>;
  /** Overrides the context's actor: the person who has just signed in, the client that authenticated. */
  readonly actor?:
    | { readonly type: "user"; readonly userId: UserId }
    | { readonly type: "client"; readonly clientId: ClientId };
}

const longestText = 512;

const insertEvent = prepared((db) =>
  db
    .insert(auditEvents)
    .values({
      id: sql.placeholder("id"),
      occurredAt: sql.placeholder("occurredAt"),
      action: sql.placeholder("action"),
      outcome: sql.placeholder("outcome"),
      reason: sql.placeholder("reason"),
      actorType: sql.placeholder("actorType"),
      actorId: sql.placeholder("actorId"),
      subjectUserId: sql.placeholder("subjectUserId"),
      clientId: sql.placeholder("clientId"),
      credentialId: sql.placeholder("credentialId"),
      sessionId: sql.placeholder("sessionId"),
      ip: sql.placeholder("ip"),
      userAgent: sql.placeholder("userAgent"),
      requestId: sql.placeholder("requestId"),
      details: sql.placeholder("details"),
    })
    .prepare("insert_audit_event"),
);

/** Appends `event`. If the row cannot be written the caller's transaction fails with it: no act without trace. */
export async function appendAuditEvent(ctx: Context, db: Db, event: AuditEvent): Promise<void> {
  await insertEvent(db).execute(rowOf(ctx, event));
  if (event.outcome === "failure") {
    ctx.log.security(
      { requestId: ctx.requestId, action: event.action, reason: event.reason, clientId: event.clientId },
      "security event",
    );
  }
}

/** A statement takes 65,535 parameters, and an event has fifteen. */
const mostAtOnce = 2_000;

/** Successes alone: what one act did to many. */
export async function appendAuditEvents(
  ctx: Context,
  db: Db,
  events: readonly (AuditEvent & { readonly outcome: "success" })[],
): Promise<void> {
  const rows = events.map((event) => rowOf(ctx, event));
  for (let from = 0; from < rows.length; from += mostAtOnce)
    await db.insert(auditEvents).values(rows.slice(from, from + mostAtOnce));
}

function rowOf(ctx: Context, event: AuditEvent) {
  return {
    id: newId<AuditEventId>(),
    occurredAt: ctx.now,
    action: event.action,
    outcome: event.outcome,
    reason: event.reason?.slice(0, longestText) ?? null,
    ...actorColumns(ctx, event),
    subjectUserId: event.subjectUserId ?? null,
    clientId: event.clientId ?? null,
    credentialId: event.credentialId ?? null,
    sessionId: event.sessionId ?? (ctx.actor.type === "user" ? ctx.actor.sessionId : null),
    ip: ctx.ip === "" ? null : ctx.ip,
    userAgent: ctx.userAgent === "" ? null : ctx.userAgent.slice(0, longestText),
    requestId: ctx.requestId,
    details: event.details ?? {},
  };
}

function actorColumns(ctx: Context, event: AuditEvent) {
  if (event.actor?.type === "user") return { actorType: "user" as const, actorId: event.actor.userId };
  if (event.actor?.type === "client") return { actorType: "client" as const, actorId: event.actor.clientId };
  switch (ctx.actor.type) {
    case "user":
      return { actorType: "user" as const, actorId: ctx.actor.userId };
    case "system":
      return { actorType: "system" as const, actorId: ctx.actor.name };
    case "api_key":
      return { actorType: "api_key" as const, actorId: ctx.actor.keyId };
    case "operator":
      return { actorType: "operator" as const, actorId: null };
    case "anonymous":
      return { actorType: "anonymous" as const, actorId: null };
  }
}
