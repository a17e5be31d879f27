/** GET /api/v1/me/apps and DELETE /api/v1/me/apps/{clientId} */
import { z } from "zod";
import { longestClientId } from "#lib/clients/schema.ts";
import { revokeGrant } from "#lib/grants/revoke-grant.ts";
import { defineRoute } from "#lib/http/define-route.ts";
import { listOwnApps } from "#lib/oidc/own-apps/list-own-apps.ts";
import { ownAppSchema } from "#lib/oidc/own-apps/schema.ts";

export const getApps = defineRoute({
  method: "GET",
  path: "/api/v1/me/apps",
  summary: "Lists the apps that you signed in to, and what each of them sees of you.",
  access: "session",
  response: z.object({ apps: z.array(ownAppSchema) }),
  errors: [],
  handle: async (ctx) => ({ data: { apps: await listOwnApps(ctx) } }),
});

export const deleteApp = defineRoute({
  method: "DELETE",
  path: "/api/v1/me/apps/{clientId}",
  summary: "Takes back what you let an app have: its tokens end at once, and it signs you out.",
  access: "session",
  params: z.strictObject({ clientId: z.string().min(1).max(longestClientId) }),
  response: z.object({}),
  errors: ["GRANT_NOT_FOUND"],
  handle: async (ctx, _body, { clientId }) => {
    await revokeGrant(ctx, { clientId });
    return { data: {} };
  },
});
