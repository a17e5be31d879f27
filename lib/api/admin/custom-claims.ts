/** GET, PUT and DELETE /api/v1/admin/users/{id}/claims/{name} and /api/v1/admin/groups/{id}/claims/{name} */
import { z } from "zod";
import type { GroupId, UserId } from "#drizzle/schema/ids.ts";
import { listCustomClaims } from "#lib/groups/claims/list-custom-claims.ts";
import { removeCustomClaim } from "#lib/groups/claims/remove-custom-claim.ts";
import { claimNameSchema, claimNameTextSchema, claimValueSchema } from "#lib/groups/claims/schema.ts";
import { setCustomClaim } from "#lib/groups/claims/set-custom-claim.ts";
import type { ClaimOwner } from "#lib/groups/claims/store.ts";
import { groupIdSchema } from "#lib/groups/schema.ts";
import { defineRoute } from "#lib/http/define-route.ts";
import { userIdSchema } from "#lib/users/schema.ts";

const ofUsers = claimRoutes({
  path: "/api/v1/admin/users/{id}/claims",
  whose: "a person",
  id: userIdSchema,
  ownerOf: (id) => ({ user: id as UserId }),
  unknown: "USER_NOT_FOUND",
});

const ofGroups = claimRoutes({
  path: "/api/v1/admin/groups/{id}/claims",
  whose: "a group",
  id: groupIdSchema,
  ownerOf: (id) => ({ group: id as GroupId }),
  unknown: "GROUP_NOT_FOUND",
});

export const getUserClaims = ofUsers.list;
export const putUserClaim = ofUsers.put;
export const deleteUserClaim = ofUsers.remove;
export const getGroupClaims = ofGroups.list;
export const putGroupClaim = ofGroups.put;
export const deleteGroupClaim = ofGroups.remove;

interface Owner {
  readonly path: `/api/v1/${string}`;
  readonly whose: string;
  readonly id: typeof userIdSchema;
  readonly ownerOf: (id: string) => ClaimOwner;
  readonly unknown: "USER_NOT_FOUND" | "GROUP_NOT_FOUND";
}

function claimRoutes({ path, whose, id, ownerOf, unknown }: Owner) {
  const params = z.strictObject({ id });
  const list = defineRoute({
    method: "GET",
    path,
    summary: `Lists the claims that were added to ${whose}, by name.`,
    access: "administration",
    permission: "groups.read",
    params,
    response: z.object({
      claims: z.array(z.object({ name: z.string(), value: claimValueSchema, updatedAt: z.date() })),
    }),
    errors: ["FORBIDDEN", unknown],
    handle: async (ctx, _body, given) => ({
      data: { claims: await listCustomClaims(ctx, ownerOf(given.id)) },
    }),
  });
  const put = defineRoute({
    method: "PUT",
    path: `${path}/{name}`,
    summary: `Adds a claim to ${whose}, or gives it another value. For administrators who confirmed it's them.`,
    access: "administration",
    permission: "groups.write",
    params: params.extend({ name: claimNameSchema }),
    body: z.strictObject({ value: claimValueSchema }),
    response: z.object({ changed: z.boolean().describe("False: it had this value already.") }),
    errors: ["FORBIDDEN", "STEP_UP_REQUIRED", unknown, "CONFLICT"],
    handle: async (ctx, { value }, given) => ({
      data: { changed: await setCustomClaim(ctx, { owner: ownerOf(given.id), name: given.name, value }) },
    }),
  });
  const remove = defineRoute({
    method: "DELETE",
    path: `${path}/{name}`,
    summary: `Takes a claim away from ${whose}. For administrators who confirmed it's them.`,
    access: "administration",
    permission: "groups.write",
    params: params.extend({ name: claimNameTextSchema }),
    response: z.object({ removed: z.boolean().describe("False: there was none of this name.") }),
    errors: ["FORBIDDEN", "STEP_UP_REQUIRED", unknown],
    handle: async (ctx, _body, given) => ({
      data: { removed: await removeCustomClaim(ctx, { owner: ownerOf(given.id), name: given.name }) },
    }),
  });
  return { list, put, remove };
}
