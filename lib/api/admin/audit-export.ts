/** GET /api/v1/admin/audit/export */
import { z } from "zod";
import { exportAuditEvents } from "#lib/audit-log/export/export-audit-events.ts";
import { exportQuerySchema } from "#lib/audit-log/schema.ts";
import { defineDownloadRoute } from "#lib/http/define-download-route.ts";

export const getAuditExport = defineDownloadRoute({
  path: "/api/v1/admin/audit/export",
  summary: "The events that match as a file, the newest first. That it was taken is an event itself.",
  access: "administration",
  permission: "audit.export",
  query: exportQuerySchema,
  response: z.string(),
  mediaTypes: ["text/csv", "application/jsonl"],
  errors: ["FORBIDDEN", "STEP_UP_REQUIRED", "CROSS_ORIGIN"],
  handle: exportAuditEvents,
});
