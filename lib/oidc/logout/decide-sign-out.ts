/** The person's answer on the sign-out page. */
import type { Context } from "#lib/context/context.ts";
import { findInteraction } from "../interactions/find-interaction.ts";
import { finishedAlready } from "../interactions/finished-already.ts";
import { deleteInteraction } from "../interactions/store.ts";
import { type SignOutResult, signOut } from "./continue-sign-out.ts";
import { pickSession } from "./pick-session.ts";

/** Staying leads home, not to the app: the app was told nothing. @throws PageError for a finished interaction */
export async function decideSignOut(
  ctx: Context,
  input: { readonly interaction: string; readonly decision: "sign_out" | "stay" },
): Promise<SignOutResult> {
  const interaction = await findInteraction(ctx, input.interaction);
  if (interaction?.kind !== "end_session") throw finishedAlready();
  const { client, request, row, token } = interaction;
  if (input.decision === "sign_out") {
    const person = pickSession(ctx, client, request)?.person;
    return signOut(ctx, { client, request, stored: { token, row } }, person);
  }
  await deleteInteraction(ctx.db, row.id);
  return { location: `${ctx.config.baseUrl}/`, signedOut: false };
}
