/** GET /api/v1/admin/exports/{passkeys,sessions,groups,apps} */
import { z } from "zod";
import { exportClients } from "#lib/exports/export-clients.ts";
import { exportGroups } from "#lib/exports/export-groups.ts";
import { exportPasskeys } from "#lib/exports/export-passkeys.ts";
import { exportSessions } from "#lib/exports/export-sessions.ts";
import {
  clientExportSchema,
  groupExportSchema,
  passkeyExportSchema,
  sessionExportSchema,
} from "#lib/exports/schema.ts";
import { defineDownloadRoute } from "#lib/http/define-download-route.ts";

const file = {
  access: "administration",
  response: z.string(),
  mediaTypes: ["text/csv", "application/jsonl"],
  errors: ["FORBIDDEN", "CROSS_ORIGIN"],
} as const;

export const getPasskeysExport = defineDownloadRoute({
  ...file,
  path: "/api/v1/admin/exports/passkeys",
  summary: "The passkeys that match as a file, the newest first. That it was taken is in the trail.",
  permission: "credentials.read",
  query: passkeyExportSchema,
  handle: exportPasskeys,
});

export const getSessionsExport = defineDownloadRoute({
  ...file,
  path: "/api/v1/admin/exports/sessions",
  summary: "The sessions that match as a file, the newest first. That it was taken is in the trail.",
  permission: "sessions.read",
  query: sessionExportSchema,
  handle: exportSessions,
});

export const getGroupsExport = defineDownloadRoute({
  ...file,
  path: "/api/v1/admin/exports/groups",
  summary: "The groups as a file, by name. That it was taken is in the trail.",
  permission: "groups.read",
  query: groupExportSchema,
  handle: exportGroups,
});

export const getAppsExport = defineDownloadRoute({
  ...file,
  path: "/api/v1/admin/exports/apps",
  summary: "The apps that match as a file, by name. That it was taken is in the trail.",
  permission: "clients.read",
  query: clientExportSchema,
  handle: exportClients,
});
