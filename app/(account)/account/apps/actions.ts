"use server";
/** Taking back what apps were given. */
import { redirect } from "next/navigation";
import { z } from "zod";
import { longestClientId } from "#lib/clients/schema.ts";
import { revokeGrant } from "#lib/grants/revoke-grant.ts";
import { defineAction } from "#lib/http/define-action.ts";

const revoke = defineAction({
  access: "session",
  form: z.strictObject({ clientId: z.string().min(1).max(longestClientId) }),
  handle: (ctx, { clientId }) => revokeGrant(ctx, { clientId }),
  afterwards: ({ clientId }) => redirect(`/account/apps?revoked=${encodeURIComponent(clientId)}`),
});

export async function revokeApp(_previous: unknown, form: FormData) {
  return revoke(form);
}
