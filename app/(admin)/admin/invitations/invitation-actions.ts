/** What can be done about invitations from the administration's pages. */
import { z } from "zod";
import type { InvitationId } from "#drizzle/schema/ids.ts";
import { createInvitation } from "#lib/accounts/invitations/create-invitation.ts";
import { revokeInvitation } from "#lib/accounts/invitations/revoke-invitation.ts";
import { invitationIdSchema } from "#lib/accounts/invitations/schema.ts";
import { groupIdSchema } from "#lib/groups/schema.ts";
import { administrationAction } from "#lib/http/administration-action.ts";
import { usernameSchema } from "#lib/users/schema.ts";

const day = 86_400;

export const inviteAction = administrationAction({
  name: "invite",
  permission: "invitations.write",
  lists: ["groups"],
  form: z.strictObject({
    email: z.union([z.literal("").transform(() => undefined), usernameSchema]).optional(),
    uses: z.coerce.number("must be a number").int("must be a whole number").min(1).max(1000),
    days: z.coerce.number("must be a number").int("must be a whole number").min(1).max(90),
    note: z.string().trim().max(200, "must have at most 200 characters"),
    groups: z.array(groupIdSchema).max(20, "must name at most 20 groups"),
    mail: z.enum(["on"]).optional(),
  }),
  handle: async (ctx, { email, days, mail, note, ...wishes }) => {
    const { link, mailed } = await createInvitation(ctx, {
      ...wishes,
      ...(email === undefined ? {} : { email }),
      ...(note === "" ? {} : { note }),
      expiresInSeconds: days * day,
      mail: mail === "on",
    });
    return mailed ? {} : { secret: link };
  },
});

export const revokeInvitationAction = administrationAction({
  name: "revoke-invitation",
  permission: "invitations.write",
  form: z.strictObject({ id: invitationIdSchema }),
  handle: async (ctx, { id }) => {
    await revokeInvitation(ctx, id as InvitationId);
    return {};
  },
});
