/** What managers do to the members of their groups; the operations ask whether they manage them. */
import { z } from "zod";
import type { GroupId, UserId } from "#drizzle/schema/ids.ts";
import { addMemberByAddress } from "#lib/groups/managers/add-member-by-address.ts";
import { removeManagedMember } from "#lib/groups/managers/remove-managed-member.ts";
import { memberByAddressSchema } from "#lib/groups/managers/schema.ts";
import { groupIdSchema, memberIdSchema } from "#lib/groups/schema.ts";
import { administrationAction } from "#lib/http/administration-action.ts";

export const addManagedMemberAction = administrationAction({
  name: "add-managed-member",
  permission: "groups.members",
  form: memberByAddressSchema.extend({ id: groupIdSchema }),
  handle: async (ctx, { id, email }) => {
    await addMemberByAddress(ctx, { group: id as GroupId, email });
    return {};
  },
});

export const removeManagedMemberAction = administrationAction({
  name: "remove-managed-member",
  permission: "groups.members",
  form: z.strictObject({ id: groupIdSchema, userId: memberIdSchema }),
  handle: async (ctx, { id, userId }) => {
    await removeManagedMember(ctx, { group: id as GroupId, user: userId as UserId });
    return {};
  },
});
