/** GET, POST and DELETE /api/v1/me/email; POST …/verify and …/confirm */
import { z } from "zod";
import { confirmEmail } from "#lib/accounts/email/confirm-email.ts";
import { describeEmail } from "#lib/accounts/email/describe-email.ts";
import { requestEmailChange, requestEmailVerification } from "#lib/accounts/email/request-email.ts";
import { emailRequestSchema, emailSchema, emailTokenSchema } from "#lib/accounts/email/schema.ts";
import { withdrawEmail } from "#lib/accounts/email/withdraw-email.ts";
import { defineRoute } from "#lib/http/define-route.ts";
import { readSignals } from "#lib/passkeys/managing/read-signals.ts";
import { signalsAnswer } from "../answers.ts";

const path = "/api/v1/me/email";
const response = emailSchema;

export const getEmail = defineRoute({
  method: "GET",
  path,
  summary: "Your e-mail address, whether it is checked, and the one that waits for its confirmation.",
  access: "session",
  response,
  errors: [],
  handle: async (ctx) => ({ data: await describeEmail(ctx) }),
});

export const postEmail = defineRoute({
  method: "POST",
  path,
  summary:
    "Asks for another e-mail address: a link is mailed to it, and nothing changes until you open that.",
  access: "session",
  body: emailRequestSchema,
  response,
  errors: ["STEP_UP_REQUIRED", "CONFLICT", "RATE_LIMIT_EXCEEDED"],
  handle: async (ctx, body) => {
    await requestEmailChange(ctx, body);
    return { data: await describeEmail(ctx) };
  },
});

export const deleteEmail = defineRoute({
  method: "DELETE",
  path,
  summary: "Takes back what waits for a confirmation; the address that you have stays.",
  access: "session",
  response,
  errors: [],
  handle: async (ctx) => {
    await withdrawEmail(ctx);
    return { data: await describeEmail(ctx) };
  },
});

export const postEmailVerification = defineRoute({
  method: "POST",
  path: `${path}/verify`,
  summary: "Has a link mailed to the address that you have, to have it checked.",
  access: "session",
  response,
  errors: ["VALIDATION_ERROR", "CONFLICT", "RATE_LIMIT_EXCEEDED"],
  handle: async (ctx) => {
    await requestEmailVerification(ctx);
    return { data: await describeEmail(ctx) };
  },
});

export const postEmailConfirmation = defineRoute({
  method: "POST",
  path: `${path}/confirm`,
  summary:
    "Confirms an address by the token of the link that was mailed to it; whoever asked must be signed in.",
  access: "session",
  body: emailTokenSchema,
  response: z.object({ email: z.string(), changed: z.boolean(), signals: signalsAnswer }),
  errors: ["FORBIDDEN", "USER_EXISTS"],
  handle: async (ctx, body) => ({
    data: { ...(await confirmEmail(ctx, body)), signals: await readSignals(ctx) },
  }),
});
