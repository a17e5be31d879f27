/** What somebody typed into the filters → what to look for in the trail. */
import { z } from "zod";
import type { ClientId, UserId } from "#drizzle/schema/ids.ts";
import type { AuditAction } from "#lib/audit/catalogue.ts";
import type { Db } from "#lib/db/client.ts";
import { actionsOfGroup } from "./event-groups.ts";
import { type AuditFilter, type EventGroup, eventGroups } from "./schema.ts";
import { type EventFilters, findPersonByAddress, selectClientsByName } from "./store.ts";

/** Undefined where nobody can match, such as an address that nobody has. */
export async function resolveFilters(db: Db, filter: AuditFilter): Promise<EventFilters | undefined> {
  const { outcome, ip, request: requestId } = filter;
  const [actorId, personId, clientIds] = await Promise.all([
    filter.actor === undefined ? undefined : actorOf(db, filter.actor),
    filter.person === undefined ? undefined : personOf(db, filter.person),
    filter.app === undefined ? undefined : appsOf(db, filter.app),
  ]);
  if (filter.actor !== undefined && actorId === undefined) return undefined;
  if (filter.person !== undefined && personId === undefined) return undefined;
  return {
    actorId,
    personId,
    clientIds,
    actions: filter.event === undefined ? undefined : actionsOf(filter.event),
    ip: ip?.toLowerCase(),
    outcome,
    requestId,
    from: filter.from === undefined ? undefined : new Date(filter.from),
    until: filter.to === undefined ? undefined : endOf(filter.to),
  };
}

const isId = (text: string) => z.guid().safeParse(text).success;
/** Client ids that are addresses of documents hold an @ now and then. */
const isAddress = (text: string) => text.includes("@") && !text.includes("://");

async function actorOf(db: Db, text: string): Promise<string | undefined> {
  if (isAddress(text)) return await findPersonByAddress(db, text);
  return isId(text) ? text.toLowerCase() : text;
}

async function personOf(db: Db, text: string): Promise<UserId | undefined> {
  return isId(text) ? (text.toLowerCase() as UserId) : await findPersonByAddress(db, text);
}

/** The id of an app that is gone is all that there is left of it. */
async function appsOf(db: Db, text: string): Promise<ClientId[]> {
  return [...new Set([text as ClientId, ...(await selectClientsByName(db, text))])];
}

function actionsOf(event: EventGroup | AuditAction): readonly AuditAction[] {
  return isGroup(event) ? actionsOfGroup(event) : [event];
}

function isGroup(event: EventGroup | AuditAction): event is EventGroup {
  return (eventGroups as readonly string[]).includes(event);
}

const dayMs = 86_400_000;

/** A day counts to its end, a moment to itself. */
function endOf(text: string): Date {
  const moment = new Date(text);
  return text.includes("T") ? new Date(moment.getTime() + 1) : new Date(moment.getTime() + dayMs);
}
