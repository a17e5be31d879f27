"use server";
/** Signing out of this browser. */
import { redirect } from "next/navigation";
import { z } from "zod";
import { defineAction } from "#lib/http/define-action.ts";
import { endSession } from "#lib/sessions/end-session.ts";

const end = defineAction({
  access: "optional",
  form: z.strictObject({}),
  handle: async (ctx) => {
    await endSession(ctx);
    return { endSession: true };
  },
  afterwards: () => redirect("/sign-out"),
});

export async function signOut(_previous: unknown, form: FormData) {
  return end(form);
}
