/** Where pages send the browser when they are done: goes on with whatever the interaction was about. */
import type { Context } from "#lib/context/context.ts";
import { resumeAuthorization } from "./authorize/resume-authorization.ts";
import { resumeDevice } from "./device/resume-device.ts";
import { findInteraction } from "./interactions/find-interaction.ts";
import { finishedAlready } from "./interactions/finished-already.ts";
import type { SignOutResult } from "./logout/continue-sign-out.ts";
import { resumeSignOut } from "./logout/resume-sign-out.ts";

/** @throws PageError for an unknown, finished or expired interaction */
export async function resumeInteraction(ctx: Context, token: string): Promise<SignOutResult> {
  const interaction = await findInteraction(ctx, token);
  if (!interaction) throw finishedAlready();
  if (interaction.kind === "end_session") return resumeSignOut(ctx, interaction);
  if (interaction.kind === "device") return { ...(await resumeDevice(ctx, interaction)), signedOut: false };
  return { ...(await resumeAuthorization(ctx, interaction)), signedOut: false };
}
