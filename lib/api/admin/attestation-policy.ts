/** GET and PUT /api/v1/admin/attestation-policy, POST …/preview */
import { z } from "zod";
import { defineRoute } from "#lib/http/define-route.ts";
import { getAttestationPolicy } from "#lib/passkeys/policy/get-attestation-policy.ts";
import { previewPolicy } from "#lib/passkeys/policy/preview/preview-policy.ts";
import { policyPreviewSchema } from "#lib/passkeys/policy/preview/schema.ts";
import { attestationPolicySchema } from "#lib/passkeys/policy/schema.ts";
import { setAttestationPolicy } from "#lib/passkeys/policy/set-attestation-policy.ts";

const path = "/api/v1/admin/attestation-policy";
const response = z.object({ policy: attestationPolicySchema });

export const readPolicy = defineRoute({
  method: "GET",
  path,
  summary: "Shows which authenticators may be used here. A rule that is absent is not asked.",
  access: "administration",
  permission: "settings.read",
  response,
  errors: ["FORBIDDEN"],
  handle: async (ctx) => ({ data: { policy: await getAttestationPolicy(ctx) } }),
});

export const putPolicy = defineRoute({
  method: "PUT",
  path,
  summary:
    "Says which authenticators may be used here, from now on and at every sign-in. For administrators who confirmed it's them.",
  access: "administration",
  permission: "settings.write",
  body: attestationPolicySchema,
  response,
  errors: ["FORBIDDEN", "STEP_UP_REQUIRED", "CONFLICT", "LAST_ADMINISTRATOR"],
  handle: async (ctx, policy) => ({ data: { policy: await setAttestationPolicy(ctx, policy) } }),
});

export const postPolicyPreview = defineRoute({
  method: "POST",
  path: `${path}/preview`,
  summary: "Tells how many passkeys and people a policy would keep out, without setting it.",
  access: "administration",
  permission: "settings.read",
  body: attestationPolicySchema,
  response: z.object({ preview: policyPreviewSchema }),
  errors: ["FORBIDDEN"],
  handle: async (ctx, policy) => ({ data: { preview: await previewPolicy(ctx, policy) } }),
});
