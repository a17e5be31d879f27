/** What can be done to groups from the administration's pages. */
import { z } from "zod";
import type { GroupId, UserId } from "#drizzle/schema/ids.ts";
import { getProfile } from "#lib/accounts/profile/get-profile.ts";
import { addGroupMember } from "#lib/groups/add-group-member.ts";
import { removeCustomClaim } from "#lib/groups/claims/remove-custom-claim.ts";
import { claimNameTextSchema, claimValueSchema } from "#lib/groups/claims/schema.ts";
import { setCustomClaim } from "#lib/groups/claims/set-custom-claim.ts";
import { createGroup } from "#lib/groups/create-group.ts";
import { deleteGroup } from "#lib/groups/delete-group.ts";
import { addGroupManager, removeGroupManager } from "#lib/groups/managers/change-managers.ts";
import { removeGroupMember } from "#lib/groups/remove-group-member.ts";
import { groupIdSchema, groupNameSchema, memberIdSchema } from "#lib/groups/schema.ts";
import { updateGroup } from "#lib/groups/update-group.ts";
import { administrationAction } from "#lib/http/administration-action.ts";
import { displayNameSchema, usernameSchema } from "#lib/users/schema.ts";

const group = z.strictObject({ id: groupIdSchema });
const nothing = {};

export const createGroupAction = administrationAction({
  name: "create-group",
  permission: "groups.write",
  form: z.strictObject({ name: groupNameSchema, displayName: displayNameSchema }),
  handle: async (ctx, input) => {
    await createGroup(ctx, input);
    return nothing;
  },
});

export const changeGroupAction = administrationAction({
  name: "change-group",
  permission: "groups.write",
  form: group.extend({ displayName: displayNameSchema }),
  handle: async (ctx, { id, displayName }) => {
    await updateGroup(ctx, { id: id as GroupId, displayName });
    return nothing;
  },
});

export const deleteGroupAction = administrationAction({
  name: "delete-group",
  permission: "groups.write",
  form: group,
  handle: async (ctx, { id }) => {
    await deleteGroup(ctx, id as GroupId);
    return nothing;
  },
});

export const addMemberAction = administrationAction({
  name: "add-member",
  permission: "groups.members",
  form: group.extend({ email: usernameSchema }),
  handle: async (ctx, { id, email }) => {
    const { id: user } = await getProfile(ctx, { username: email });
    await addGroupMember(ctx, { group: id as GroupId, user: user as UserId });
    return nothing;
  },
});

export const removeMemberAction = administrationAction({
  name: "remove-member",
  permission: "groups.members",
  form: group.extend({ userId: memberIdSchema }),
  handle: async (ctx, { id, userId }) => {
    await removeGroupMember(ctx, { group: id as GroupId, user: userId as UserId });
    return nothing;
  },
});

/** What is no JSON is the text that it looks like. */
const typedValue = z
  .string()
  .trim()
  .min(1, "must not be empty")
  .max(4096)
  .transform((text): unknown => {
    try {
      return JSON.parse(text);
    } catch {
      return text;
    }
  })
  .pipe(claimValueSchema);

export const setGroupClaimAction = administrationAction({
  name: "set-group-claim",
  permission: "groups.write",
  form: group.extend({ name: claimNameTextSchema, value: typedValue }),
  handle: async (ctx, { id, name, value }) => {
    await setCustomClaim(ctx, { owner: { group: id as GroupId }, name, value });
    return nothing;
  },
});

export const removeGroupClaimAction = administrationAction({
  name: "remove-group-claim",
  permission: "groups.write",
  form: group.extend({ name: claimNameTextSchema }),
  handle: async (ctx, { id, name }) => {
    await removeCustomClaim(ctx, { owner: { group: id as GroupId }, name });
    return nothing;
  },
});

export const addManagerAction = administrationAction({
  name: "add-manager",
  permission: "groups.write",
  form: group.extend({ email: usernameSchema }),
  handle: async (ctx, { id, email }) => {
    const { id: user } = await getProfile(ctx, { username: email });
    await addGroupManager(ctx, { group: id as GroupId, user: user as UserId });
    return nothing;
  },
});

export const removeManagerAction = administrationAction({
  name: "remove-manager",
  permission: "groups.write",
  form: group.extend({ userId: memberIdSchema }),
  handle: async (ctx, { id, userId }) => {
    await removeGroupManager(ctx, { group: id as GroupId, user: userId as UserId });
    return nothing;
  },
});
