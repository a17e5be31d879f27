/** GET /api/v1/admin/consents, GET /api/v1/admin/users/{id}/consents and DELETE …/{clientId} */
import { z } from "zod";
import type { UserId } from "#drizzle/schema/ids.ts";
import { longestClientId } from "#lib/clients/schema.ts";
import { listGrantsOfPerson } from "#lib/grants/list-grants.ts";
import { revokeGrant } from "#lib/grants/revoke-grant.ts";
import { grantQuerySchema } from "#lib/grants/search/schema.ts";
import { mostCounted, searchGrants } from "#lib/grants/search/search-grants.ts";
import { defineRoute } from "#lib/http/define-route.ts";
import { userIdSchema } from "#lib/users/schema.ts";
import { counted, cursors } from "./page-answer.ts";

const ofUser = "/api/v1/admin/users/{id}/consents";
const params = z.strictObject({ id: userIdSchema });

const given = {
  scopes: z.array(z.string()).readonly(),
  claims: z.array(z.string()).readonly().describe("Asked for by name, beyond the scopes."),
  resources: z.array(z.string()).readonly(),
  updatedAt: z.date(),
};

export const getConsents = defineRoute({
  method: "GET",
  path: "/api/v1/admin/consents",
  summary: "Lists what people let apps have, the newest first, page by page.",
  access: "administration",
  permission: "consents.read",
  query: grantQuerySchema,
  response: z.object({
    consents: z.array(
      z.object({
        id: z.string(),
        userId: z.string(),
        username: z.string(),
        displayName: z.string(),
        clientId: z.string(),
        clientName: z.string(),
        consentedAt: z.date().nullable().describe("Null: nobody was asked, the app is one of ours."),
        ...given,
      }),
    ),
    count: counted(mostCounted),
    ...cursors,
  }),
  errors: ["FORBIDDEN"],
  handle: async (ctx, _body, _params, query) => {
    const { grants, ...rest } = await searchGrants(ctx, query);
    return { data: { consents: [...grants], ...rest } };
  },
});

export const getConsentsOfUser = defineRoute({
  method: "GET",
  path: ofUser,
  summary: "Lists the apps that a person signed in to, by name, with what each was given.",
  access: "administration",
  permission: "consents.read",
  params,
  response: z.object({
    consents: z.array(
      z.object({
        clientId: z.string(),
        name: z.string(),
        clientUri: z.string().optional(),
        firstParty: z
          .boolean()
          .describe("Given without asking: the app belongs to whoever runs this instance."),
        selfRegistered: z.boolean(),
        disabled: z.boolean(),
        createdAt: z.date(),
        ...given,
      }),
    ),
  }),
  errors: ["FORBIDDEN"],
  handle: async (ctx, _body, { id }) => {
    const grants = await listGrantsOfPerson(ctx, id as UserId);
    return { data: { consents: grants.map(({ registeredScopes: _all, ...grant }) => grant) } };
  },
});

export const deleteConsentOfUser = defineRoute({
  method: "DELETE",
  path: `${ofUser}/{clientId}`,
  summary:
    "Takes back what an app was given by a person: its tokens end at once, and it signs them out. For administrators who confirmed it's them.",
  access: "administration",
  permission: "consents.revoke",
  params: params.extend({ clientId: z.string().min(1).max(longestClientId) }),
  response: z.object({ revoked: z.boolean() }),
  errors: ["FORBIDDEN", "STEP_UP_REQUIRED", "GRANT_NOT_FOUND"],
  handle: async (ctx, _body, { id, clientId }) => {
    await revokeGrant(ctx, { userId: id as UserId, clientId });
    return { data: { revoked: true } };
  },
});
