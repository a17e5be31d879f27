/** GET /api/v1/admin/overview */
import { defineRoute } from "#lib/http/define-route.ts";
import { getOverview as readOverview } from "#lib/overview/get-overview.ts";
import { overviewSchema } from "#lib/overview/schema.ts";

export const getOverview = defineRoute({
  method: "GET",
  path: "/api/v1/admin/overview",
  summary: "What needs a look, and how sign-ins have gone in the last thirty days.",
  access: "administration",
  permission: "users.read",
  response: overviewSchema,
  errors: ["FORBIDDEN", "STEP_UP_REQUIRED"],
  handle: async (ctx) => ({ data: await readOverview(ctx) }),
});
