/** GET /api/v1/me/export */
import { z } from "zod";
import { exportOwnData } from "#lib/accounts/my-data/export-own-data.ts";
import { defineDownloadRoute } from "#lib/http/define-download-route.ts";

export const getExport = defineDownloadRoute({
  path: "/api/v1/me/export",
  access: "session",
  summary: "Everything that is known of you as one JSON document, after you confirmed that it is you.",
  response: z.looseObject({
    format: z.literal("latchkey/my-data/1"),
    issuer: z.string(),
    exportedAt: z.date(),
    profile: z.looseObject({}),
    activity: z.array(z.looseObject({})).describe("What the audit trail holds about you, the oldest first."),
  }),
  errors: ["STEP_UP_REQUIRED", "RATE_LIMIT_EXCEEDED", "CROSS_ORIGIN"],
  handle: exportOwnData,
});
