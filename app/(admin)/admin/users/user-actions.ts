/** What can be done to a person from the administration's pages. */
import { z } from "zod";
import type { ClientId, GroupId, UserId } from "#drizzle/schema/ids.ts";
import { changePeople } from "#lib/accounts/bulk/change-people.ts";
import { mostAtOnce, mostMatching } from "#lib/accounts/bulk/schema.ts";
import { deleteUser } from "#lib/accounts/delete-user.ts";
import { disableUser, enableUser } from "#lib/accounts/disable-user.ts";
import { listMatchingPeople } from "#lib/accounts/people/list-matching-people.ts";
import { personQuerySchema } from "#lib/accounts/people/schema.ts";
import { updateProfile } from "#lib/accounts/profile/update-profile.ts";
import { createRecoveryLink } from "#lib/accounts/recovery/links/create-recovery-link.ts";
import { endSessionOfPerson, endSessionsOfPerson } from "#lib/accounts/sessions/end-sessions-of-person.ts";
import { setUserRole } from "#lib/accounts/set-user-role.ts";
import { longestClientId } from "#lib/clients/schema.ts";
import { revokePasskeySchema } from "#lib/credentials/schema.ts";
import { revokeGrant } from "#lib/grants/revoke-grant.ts";
import { addGroupMember } from "#lib/groups/add-group-member.ts";
import { removeGroupMember } from "#lib/groups/remove-group-member.ts";
import { groupIdSchema } from "#lib/groups/schema.ts";
import { administrationAction } from "#lib/http/administration-action.ts";
import { revokePasskey } from "#lib/passkeys/managing/revoke-passkey.ts";
import { roleSchema } from "#lib/permissions/schema.ts";
import { sessionIdSchema } from "#lib/sessions/schema.ts";
import { displayNameSchema, userIdSchema, usernameSchema } from "#lib/users/schema.ts";

const person = z.strictObject({ id: userIdSchema });
const nothing = {};

/** An empty field of a form takes the value away. */
const orNull = (schema: z.ZodType<string>) => z.union([z.literal("").transform(() => null), schema]);

export const changeUserAction = administrationAction({
  name: "change-user",
  permission: "users.write",
  form: person.extend({
    displayName: displayNameSchema,
    username: usernameSchema,
    givenName: orNull(displayNameSchema),
    familyName: orNull(displayNameSchema),
    emailVerified: z.enum(["on"]).optional(),
  }),
  handle: async (ctx, { id, emailVerified, ...change }) => {
    await updateProfile(ctx, id as UserId, { ...change, emailVerified: emailVerified === "on" });
    return nothing;
  },
});

export const setRoleAction = administrationAction({
  name: "set-role",
  permission: "roles.write",
  form: person.extend({ role: roleSchema }),
  handle: async (ctx, { id, role }) => {
    await setUserRole(ctx, { id: id as UserId, role });
    return nothing;
  },
});

export const disableUserAction = administrationAction({
  name: "disable-user",
  permission: "users.write",
  form: person,
  handle: async (ctx, { id }) => {
    await disableUser(ctx, id as UserId);
    return nothing;
  },
});

export const enableUserAction = administrationAction({
  name: "enable-user",
  permission: "users.write",
  form: person,
  handle: async (ctx, { id }) => {
    await enableUser(ctx, id as UserId);
    return nothing;
  },
});

export const deleteUserAction = administrationAction({
  name: "delete-user",
  permission: "users.delete",
  form: person,
  handle: async (ctx, { id }) => {
    await deleteUser(ctx, id as UserId);
    return nothing;
  },
});

export const makeRecoveryLinkAction = administrationAction({
  name: "make-recovery-link",
  permission: "users.recover",
  form: person.extend({ mail: z.enum(["on"]).optional() }),
  handle: async (ctx, { id, mail }) => {
    const { link } = await createRecoveryLink(ctx, { userId: id as UserId, mail: mail === "on" });
    return link === undefined ? {} : { secret: link };
  },
});

export const endSessionAction = administrationAction({
  name: "end-session",
  permission: "sessions.end",
  form: z.strictObject({ id: sessionIdSchema }),
  handle: async (ctx, { id }) => {
    await endSessionOfPerson(ctx, id);
    return nothing;
  },
});

export const endSessionsAction = administrationAction({
  name: "end-sessions",
  permission: "sessions.end",
  form: person,
  handle: async (ctx, { id }) => {
    await endSessionsOfPerson(ctx, id as UserId);
    return nothing;
  },
});

export const revokePasskeyAction = administrationAction({
  name: "revoke-passkey",
  permission: "credentials.revoke",
  form: revokePasskeySchema.extend({ id: z.uuid() }),
  handle: async (ctx, revocation) => {
    await revokePasskey(ctx, revocation);
    return nothing;
  },
});

const membership = z.strictObject({ userId: userIdSchema, groupId: groupIdSchema });

export const addToGroupAction = administrationAction({
  name: "add-to-group",
  permission: "groups.members",
  form: membership,
  handle: async (ctx, { userId, groupId }) => {
    await addGroupMember(ctx, { group: groupId as GroupId, user: userId as UserId });
    return nothing;
  },
});

export const removeFromGroupAction = administrationAction({
  name: "remove-from-group",
  permission: "groups.members",
  form: membership,
  handle: async (ctx, { userId, groupId }) => {
    await removeGroupMember(ctx, { group: groupId as GroupId, user: userId as UserId });
    return nothing;
  },
});

export const revokeConsentAction = administrationAction({
  name: "revoke-consent",
  permission: "consents.revoke",
  // Also the address of a document.
  form: z.strictObject({ userId: userIdSchema, clientId: z.string().min(1).max(longestClientId) }),
  handle: async (ctx, { userId, clientId }) => {
    await revokeGrant(ctx, { userId: userId as UserId, clientId: clientId as ClientId });
    return nothing;
  },
});

const many = z.strictObject({ ids: z.array(userIdSchema).min(1).max(mostAtOnce) });

export const changeStatesAction = administrationAction({
  name: "change-states",
  permission: "users.write",
  form: many.extend({ kind: z.enum(["disable", "enable"]) }),
  lists: ["ids"],
  handle: (ctx, { ids, kind }) => changePeople(ctx, { ids, change: { kind } }),
});

export const endSessionsOfManyAction = administrationAction({
  name: "end-sessions-of-many",
  permission: "sessions.end",
  form: many.extend({ kind: z.literal("end_sessions") }),
  lists: ["ids"],
  handle: (ctx, { ids, kind }) => changePeople(ctx, { ids, change: { kind } }),
});

export const changeMembershipsAction = administrationAction({
  name: "change-memberships",
  permission: "groups.members",
  form: many.extend({ kind: z.enum(["add_to_group", "remove_from_group"]), groupId: groupIdSchema }),
  lists: ["ids"],
  handle: (ctx, { ids, kind, groupId }) => changePeople(ctx, { ids, change: { kind, groupId } }),
});

export const matchingPeopleAction = administrationAction({
  name: "matching-people",
  permission: "users.read",
  form: personQuerySchema.pick({ q: true, status: true, role: true, group: true }),
  handle: async (ctx, filters) => ({ ids: await listMatchingPeople(ctx, filters, mostMatching) }),
});
