/** The `claims` request parameter (OIDC Core section 5.5). */
import { z } from "zod";

const claimValue = z.union([z.string().max(512), z.number(), z.boolean()]);

/** Members that we do not understand are ignored, as section 5.5.1 asks. */
const claimRequest = z
  .object({
    essential: z.boolean().optional(),
    value: claimValue.optional(),
    values: z.array(claimValue).max(32).optional(),
  })
  .nullable();

const claimRequests = z
  .record(z.string().max(128), claimRequest)
  .refine((record) => Object.keys(record).length <= 64, "names too many claims");

export const claimsRequestSchema = z.object({
  userinfo: claimRequests.nullish(),
  id_token: claimRequests.nullish(),
});

export type ClaimsRequest = z.infer<typeof claimsRequestSchema>;
