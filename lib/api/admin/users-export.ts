/** GET /api/v1/admin/users/export */
import { z } from "zod";
import { personExportSchema } from "#lib/accounts/people/schema.ts";
import { exportPeople } from "#lib/exports/export-people.ts";
import { defineDownloadRoute } from "#lib/http/define-download-route.ts";

export const getUsersExport = defineDownloadRoute({
  path: "/api/v1/admin/users/export",
  summary: "The people who match as a file, those who came first first. That it was taken is in the trail.",
  access: "administration",
  permission: "users.read",
  query: personExportSchema,
  response: z.string(),
  mediaTypes: ["text/csv", "application/jsonl"],
  errors: ["FORBIDDEN", "CROSS_ORIGIN"],
  handle: exportPeople,
});
