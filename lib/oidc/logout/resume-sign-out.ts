/** Goes on with a stored sign-out, now that the browser shows its cookie. */
import type { Context } from "#lib/context/context.ts";
import type { EndSessionInteraction } from "../interactions/find-interaction.ts";
import { continueSignOut, type SignOutResult } from "./continue-sign-out.ts";

export function resumeSignOut(ctx: Context, interaction: EndSessionInteraction): Promise<SignOutResult> {
  const { client, request, row, token } = interaction;
  return continueSignOut(ctx, { client, request, stored: { token, row } });
}
