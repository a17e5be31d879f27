/** POST /api/v1/admin/clients/{id}/claims-preview */
import { z } from "zod";
import type { UserId } from "#drizzle/schema/ids.ts";
import { defineRoute } from "#lib/http/define-route.ts";
import { previewClaims } from "#lib/oidc/claims/preview-claims.ts";
import { claimsRequestSchema } from "#lib/oidc/claims/schema.ts";
import { userIdSchema } from "#lib/users/schema.ts";
import { clientIdParam } from "./client-answer.ts";

const place = z.enum(["userinfo", "id_token"]);

const explainedClaim = z.object({
  name: z.string(),
  value: z.unknown(),
  places: z.array(place).readonly().describe("Where the app would find it."),
  because: z
    .array(
      z.union([
        z.object({ scope: z.string() }),
        z.object({ claimsParameter: place }),
        z.object({ clientSetting: z.literal("claimsInIdToken") }),
      ]),
    )
    .readonly(),
  from: z.string().describe("`profile`, `custom` for a claim added to the person, or `group:NAME`."),
});

export const postClaimsPreview = defineRoute({
  method: "POST",
  path: "/api/v1/admin/clients/{id}/claims-preview",
  summary: "Shows what an app would learn of a person, and why. Changes nothing.",
  access: "administration",
  permission: "clients.read",
  alsoPermissions: ["users.read"],
  params: clientIdParam,
  body: z.strictObject({
    userId: userIdSchema,
    scopes: z
      .array(z.string().max(64))
      .max(64)
      .optional()
      .describe("Every scope that the app may ask for when absent."),
    claims: claimsRequestSchema.optional().describe("As in the `claims` parameter of a request."),
  }),
  response: z.object({ claims: z.array(explainedClaim) }),
  errors: ["FORBIDDEN", "CLIENT_NOT_FOUND", "USER_NOT_FOUND"],
  handle: async (ctx, { userId, scopes, claims }, { id }) => ({
    data: {
      claims: await previewClaims(ctx, { clientId: id, userId: userId as UserId, scopes, claims }),
    },
  }),
});
