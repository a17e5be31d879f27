/** Goes on with a device's request after the person has been at the sign-in page. */
import type { Context } from "#lib/context/context.ts";
import type { DeviceInteraction } from "../interactions/find-interaction.ts";
import { deviceStep } from "./device-step.ts";

export async function resumeDevice(
  ctx: Context,
  interaction: DeviceInteraction,
): Promise<{ readonly location: string }> {
  const step = await deviceStep(ctx, interaction);
  const page = step.kind === "sign_in" ? "sign-in" : "device";
  return { location: `${ctx.config.baseUrl}/${page}?interaction=${interaction.token}` };
}
