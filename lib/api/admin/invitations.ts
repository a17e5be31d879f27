/** GET and POST /api/v1/admin/invitations, DELETE /api/v1/admin/invitations/{id} */
import { z } from "zod";
import type { InvitationId } from "#drizzle/schema/ids.ts";
import { createInvitation } from "#lib/accounts/invitations/create-invitation.ts";
import { listInvitations } from "#lib/accounts/invitations/list-invitations.ts";
import { revokeInvitation } from "#lib/accounts/invitations/revoke-invitation.ts";
import {
  invitationIdSchema,
  invitationPageSchema,
  invitationSchema,
  newInvitationSchema,
} from "#lib/accounts/invitations/schema.ts";
import { defineRoute } from "#lib/http/define-route.ts";
import { nextCursor } from "./page-answer.ts";

const path = "/api/v1/admin/invitations";

export const getInvitations = defineRoute({
  method: "GET",
  path,
  summary: "Lists the invitations, the latest first, page by page.",
  access: "administration",
  permission: "invitations.read",
  query: invitationPageSchema,
  response: z.object({
    invitations: z.array(invitationSchema).readonly(),
    nextCursor,
  }),
  errors: ["FORBIDDEN"],
  handle: async (ctx, _body, _params, { after, limit }) => ({
    data: await listInvitations(ctx, { cursor: after as InvitationId | undefined, limit }),
  }),
});

export const postInvitation = defineRoute({
  method: "POST",
  path,
  summary: "Makes an invitation. For administrators who confirmed it's them.",
  access: "administration",
  permission: "invitations.write",
  body: newInvitationSchema,
  response: z.object({
    link: z.string().describe("To be handed over; it is shown here once."),
    invitation: invitationSchema,
    mailed: z.boolean().describe("Whether a mail with the link is on its way to `email`."),
  }),
  errors: ["FORBIDDEN", "STEP_UP_REQUIRED", "GROUP_NOT_FOUND", "CONFLICT"],
  handle: async (ctx, wishes) => ({ data: await createInvitation(ctx, wishes) }),
});

export const deleteInvitation = defineRoute({
  method: "DELETE",
  path: `${path}/{id}`,
  summary:
    "Takes an invitation back; accounts that were made by it stay. For administrators who confirmed it's them.",
  access: "administration",
  permission: "invitations.write",
  params: z.strictObject({ id: invitationIdSchema }),
  response: z.object({ revoked: z.literal(true) }),
  errors: ["FORBIDDEN", "STEP_UP_REQUIRED", "NOT_FOUND"],
  handle: async (ctx, _body, { id }) => {
    await revokeInvitation(ctx, id as InvitationId);
    return { data: { revoked: true as const } };
  },
});
