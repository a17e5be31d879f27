/** GET /api/v1/admin/audit, …/{id} and …/newer */
import { z } from "zod";
import { countNewerEvents } from "#lib/audit-log/count-newer-events.ts";
import { getAuditEvent } from "#lib/audit-log/get-audit-event.ts";
import {
  auditEventSchema,
  auditPageSchema,
  auditQuerySchema,
  newerEventsSchema,
  newerQuerySchema,
} from "#lib/audit-log/schema.ts";
import { searchAuditEvents } from "#lib/audit-log/search-audit-events.ts";
import { defineRoute } from "#lib/http/define-route.ts";

export const getAuditEvents = defineRoute({
  method: "GET",
  path: "/api/v1/admin/audit",
  summary: "Lists what happened, the newest first, page by page.",
  access: "administration",
  permission: "audit.read",
  query: auditQuerySchema,
  response: auditPageSchema,
  errors: ["FORBIDDEN", "STEP_UP_REQUIRED"],
  handle: async (ctx, _body, _params, query) => ({ data: await searchAuditEvents(ctx, query) }),
});

export const getOneAuditEvent = defineRoute({
  method: "GET",
  path: "/api/v1/admin/audit/{id}",
  summary: "Shows one event of the trail.",
  access: "administration",
  permission: "audit.read",
  params: z.strictObject({ id: z.uuid("must be the id of an event") }),
  response: z.object({ event: auditEventSchema }),
  errors: ["FORBIDDEN", "STEP_UP_REQUIRED", "NOT_FOUND"],
  handle: async (ctx, _body, { id }) => ({ data: { event: await getAuditEvent(ctx, id) } }),
});

export const getNewerAuditEvents = defineRoute({
  method: "GET",
  path: "/api/v1/admin/audit/newer",
  summary: "Counts what happened since a page was read.",
  access: "administration",
  permission: "audit.read",
  query: newerQuerySchema,
  response: newerEventsSchema,
  errors: ["FORBIDDEN", "STEP_UP_REQUIRED"],
  handle: async (ctx, _body, _params, query) => ({ data: await countNewerEvents(ctx, query) }),
});
