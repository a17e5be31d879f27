/** The form in which a sign-in link is asked for. */
import { z } from "zod";
import { requestEmailLink } from "#lib/accounts/recovery/links/request-email-link.ts";
import { DomainError } from "#lib/errors/domain-error.ts";
import { defineFormRoute } from "#lib/http/define-form-route.ts";
import { sealLinkCookie } from "#lib/http/link-cookie.ts";
import { usernameSchema } from "#lib/users/schema.ts";
import { interactionField, recoveryPath } from "../../recovery-paths.ts";

const page = "/sign-in/email";

export const POST = defineFormRoute({
  form: z.strictObject({ email: z.string().max(512), interaction: interactionField }),
  handle: async (ctx, { email, interaction }) => {
    const username = usernameSchema.safeParse(email);
    if (!username.success) throw new DomainError("VALIDATION_ERROR");
    const { browserSecret } = await requestEmailLink(ctx, username.data);
    const cookie = await sealLinkCookie(ctx, { browserSecret, ...(interaction ? { interaction } : {}) });
    return { location: recoveryPath(page, { sent: 1, interaction }), cookie };
  },
  refused: ({ code, retryAfterSeconds }, { interaction }) => {
    if (code === "VALIDATION_ERROR") return recoveryPath(page, { problem: "address", interaction });
    if (code !== "RATE_LIMIT_EXCEEDED") return undefined;
    return recoveryPath(page, { problem: "limit", wait: retryAfterSeconds, interaction });
  },
});
