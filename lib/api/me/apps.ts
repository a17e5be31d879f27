/** GET /api/v1/me/apps and DELETE /api/v1/me/apps/{clientId} */
import { z } from "zod";
import { longestClientId } from "#lib/clients/schema.ts";
import { listGrants } from "#lib/grants/list-grants.ts";
import { revokeGrant } from "#lib/grants/revoke-grant.ts";
import { grantedAppSchema } from "#lib/grants/schema.ts";
import { defineRoute } from "#lib/http/define-route.ts";

export const getApps = defineRoute({
  method: "GET",
  path: "/api/v1/me/apps",
  summary: "Lists the apps that you signed in to, and what you let each of them have.",
  access: "session",
  response: z.object({ apps: z.array(grantedAppSchema) }),
  errors: [],
  handle: async (ctx) => ({ data: { apps: await listGrants(ctx) } }),
});

export const deleteApp = defineRoute({
  method: "DELETE",
  path: "/api/v1/me/apps/{clientId}",
  summary: "Takes back what you let an app have: its tokens end at once, and it signs you out.",
  access: "session",
  params: z.strictObject({ clientId: z.string().min(1).max(longestClientId) }),
  response: z.object({}),
  errors: ["NOT_FOUND"],
  handle: async (ctx, _body, { clientId }) => {
    await revokeGrant(ctx, { clientId });
    return { data: {} };
  },
});
