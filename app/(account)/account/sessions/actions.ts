"use server";
/** Signing other browsers out. */
import { redirect } from "next/navigation";
import { z } from "zod";
import { endAllSessions, endOwnSession } from "#lib/accounts/sessions/end-own-sessions.ts";
import { defineAction } from "#lib/http/define-action.ts";
import { sessionIdSchema } from "#lib/sessions/schema.ts";

const end = defineAction({
  access: "session",
  form: z.strictObject({ id: sessionIdSchema }),
  handle: async (ctx, { id }) => {
    await endOwnSession(ctx, id);
  },
  afterwards: ({ id }) => redirect(`/account/sessions?ended=${id}`),
});

const endOthers = defineAction({
  access: "session",
  form: z.strictObject({}),
  handle: async (ctx) => {
    await endAllSessions(ctx, { except: ctx.actor.sessionId });
  },
  afterwards: () => redirect("/account/sessions?ended=others"),
});

export async function endSession(_previous: unknown, form: FormData) {
  return end(form);
}

export async function endOtherSessions(_previous: unknown, form: FormData) {
  return endOthers(form);
}
