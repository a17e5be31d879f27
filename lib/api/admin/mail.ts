/** GET /api/v1/admin/mail, POST …/test, POST …/messages/{id}/retry and DELETE …/messages/{id} */
import { z } from "zod";
import { getMailState } from "#lib/health/mail/get-mail-state.ts";
import { mailStateSchema, messageIdSchema } from "#lib/health/mail/schema.ts";
import { discardMail, retryMail } from "#lib/health/mail/settle-mail.ts";
import { sendTestMail, testMailSchema } from "#lib/health/send-test-mail.ts";
import { defineRoute } from "#lib/http/define-route.ts";

const path = "/api/v1/admin/mail";
const params = z.strictObject({ id: messageIdSchema });

export const readMail = defineRoute({
  method: "GET",
  path,
  summary: "Shows how mail is set, what waits to be sent, and what did not arrive and why.",
  access: "administration",
  permission: "settings.read",
  response: z.object({ mail: mailStateSchema }),
  errors: ["FORBIDDEN"],
  handle: async (ctx) => ({ data: { mail: await getMailState(ctx) } }),
});

export const postTestMail = defineRoute({
  method: "POST",
  path: `${path}/test`,
  summary: "Sends a test mail at once, and tells what the mail server says to it.",
  access: "administration",
  permission: "settings.write",
  body: testMailSchema,
  response: z.object({
    taken: z.boolean(),
    answer: z.string().describe("The server's own words, or why it was not reached."),
  }),
  errors: ["FORBIDDEN", "STEP_UP_REQUIRED", "CONFLICT"],
  handle: async (ctx, wish) => ({ data: await sendTestMail(ctx, wish) }),
});

export const postMailRetry = defineRoute({
  method: "POST",
  path: `${path}/messages/{id}/retry`,
  summary: "Tries a mail anew that was given up. For administrators who confirmed it's them.",
  access: "administration",
  permission: "settings.write",
  params,
  response: z.object({ retried: z.boolean() }),
  errors: ["FORBIDDEN", "STEP_UP_REQUIRED", "NOT_FOUND"],
  handle: async (ctx, _body, { id }) => {
    await retryMail(ctx, id);
    return { data: { retried: true } };
  },
});

export const deleteMail = defineRoute({
  method: "DELETE",
  path: `${path}/messages/{id}`,
  summary: "Drops a mail that did not arrive. For administrators who confirmed it's them.",
  access: "administration",
  permission: "settings.write",
  params,
  response: z.object({ discarded: z.boolean() }),
  errors: ["FORBIDDEN", "STEP_UP_REQUIRED", "NOT_FOUND"],
  handle: async (ctx, _body, { id }) => {
    await discardMail(ctx, id);
    return { data: { discarded: true } };
  },
});
