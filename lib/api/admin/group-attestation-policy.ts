/** GET, PUT and DELETE /api/v1/admin/groups/{id}/attestation-policy */
import { z } from "zod";
import type { GroupId } from "#drizzle/schema/ids.ts";
import { getGroup } from "#lib/groups/get-group.ts";
import { groupIdSchema } from "#lib/groups/schema.ts";
import { defineRoute } from "#lib/http/define-route.ts";
import { getGroupAttestationPolicy } from "#lib/passkeys/policy/get-attestation-policy.ts";
import { attestationPolicySchema } from "#lib/passkeys/policy/schema.ts";
import { clearAttestationPolicy, setAttestationPolicy } from "#lib/passkeys/policy/set-attestation-policy.ts";

const path = "/api/v1/admin/groups/{id}/attestation-policy";
const params = z.strictObject({ id: groupIdSchema });

export const readGroupPolicy = defineRoute({
  method: "GET",
  path,
  summary: "Shows which authenticators a group's members may use, on top of what holds for everybody.",
  access: "administration",
  permission: "groups.read",
  versioned: true,
  params,
  response: z.object({
    policy: attestationPolicySchema.nullable().describe("Null: the group asks for nothing of its own."),
  }),
  errors: ["FORBIDDEN", "GROUP_NOT_FOUND"],
  handle: async (ctx, _body, { id }) => {
    // The group first: what changes in between is refused later, never overwritten.
    const { updatedAt } = await getGroup(ctx, { id: id as GroupId });
    return { data: { policy: await getGroupAttestationPolicy(ctx, id as GroupId) }, updatedAt };
  },
});

export const putGroupPolicy = defineRoute({
  method: "PUT",
  path,
  summary:
    "Says which authenticators a group's members may use, from now on and at every sign-in. For administrators who confirmed it's them.",
  access: "administration",
  permission: "settings.write",
  versioned: true,
  params,
  body: attestationPolicySchema,
  response: z.object({ policy: attestationPolicySchema }),
  errors: ["FORBIDDEN", "STEP_UP_REQUIRED", "GROUP_NOT_FOUND", "CONFLICT"],
  handle: async (ctx, policy, { id }) => ({
    data: { policy: await setAttestationPolicy(ctx, policy, { group: id as GroupId }) },
    updatedAt: ctx.now,
  }),
});

export const deleteGroupPolicy = defineRoute({
  method: "DELETE",
  path,
  summary:
    "Leaves a group's members to what holds for everybody. For administrators who confirmed it's them.",
  access: "administration",
  permission: "settings.write",
  versioned: true,
  params,
  response: z.object({ policy: z.null() }),
  errors: ["FORBIDDEN", "STEP_UP_REQUIRED", "GROUP_NOT_FOUND"],
  handle: async (ctx, _body, { id }) => {
    await clearAttestationPolicy(ctx, { group: id as GroupId });
    return { data: { policy: null }, updatedAt: ctx.now };
  },
});
