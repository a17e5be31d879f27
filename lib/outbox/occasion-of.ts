/** When, from where and with what the act at hand was asked for, as mails tell it. */
import type { Context } from "#lib/context/context.ts";
import type { Occasion } from "#lib/mail-templates/schema.ts";

export function occasionOf({ now, ip, userAgent }: Context): Occasion {
  return { at: now.toISOString(), ip: ip.slice(0, 64), userAgent: userAgent.slice(0, 512) };
}
