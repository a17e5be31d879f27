"use server";
/** Signing out in this browser: of the account that it shows, or of all. */
import { redirect } from "next/navigation";
import { z } from "zod";
import { defineAction } from "#lib/http/define-action.ts";
import { endBrowserSessions } from "#lib/sessions/end-browser-sessions.ts";
import { endSession } from "#lib/sessions/end-session.ts";

const end = defineAction({
  access: "optional",
  form: z.strictObject({ accounts: z.enum(["shown", "all"]) }),
  handle: async (ctx, { accounts }) => {
    await (accounts === "all" ? endBrowserSessions(ctx) : endSession(ctx));
    return { endSession: true };
  },
  afterwards: () => redirect("/sign-out?done=1"),
});

export async function signOut(_previous: unknown, form: FormData) {
  return end(form);
}
