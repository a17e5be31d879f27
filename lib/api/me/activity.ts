/** GET /api/v1/me/activity */
import { listOwnActivity } from "#lib/audit/activity/list-own-activity.ts";
import { activityPageSchema, activityQuerySchema } from "#lib/audit/activity/schema.ts";
import { defineRoute } from "#lib/http/define-route.ts";

export const getActivity = defineRoute({
  method: "GET",
  path: "/api/v1/me/activity",
  summary: "Tells what has happened to your account, the newest first.",
  access: "session",
  query: activityQuerySchema,
  response: activityPageSchema,
  errors: [],
  handle: async (ctx, _body, _params, query) => ({ data: await listOwnActivity(ctx, query) }),
});
