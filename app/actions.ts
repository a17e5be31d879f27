"use server";
/** Actions of every page. */
import { cookies } from "next/headers";
import { z } from "zod";
import { updateOwnProfile } from "#lib/accounts/profile/update-profile.ts";
import type { Context } from "#lib/context/context.ts";
import { defineAction } from "#lib/http/define-action.ts";
import { themeCookie } from "#lib/http/page-look.ts";
import { localeCookie } from "#lib/http/request-locale.ts";
import { locales } from "#lib/i18n/locales.ts";
import { matchLocale } from "#lib/i18n/match-locale.ts";

const attributesOf = ({ config }: Context) =>
  ({ path: "/", sameSite: "lax", secure: config.secure, httpOnly: true }) as const;
const maxAge = 365 * 86_400;

const applyTheme = defineAction({
  access: "optional",
  form: z.strictObject({ theme: z.enum(["system", "light", "dark"]) }),
  handle: async (ctx, { theme }) => {
    const jar = await cookies();
    if (theme === "system") jar.delete({ name: themeCookie, ...attributesOf(ctx) });
    else jar.set(themeCookie, theme, { ...attributesOf(ctx), maxAge });
  },
  // The same page comes back, in the new colours.
  afterwards: () => {},
});

export async function chooseTheme(form: FormData): Promise<void> {
  await applyTheme(form);
}

const applyLocale = defineAction({
  access: "optional",
  form: z.strictObject({ locale: z.enum(locales) }),
  handle: async (ctx, { locale }) => {
    // A regional variety of the same language stays what it is.
    if (ctx.actor.type === "user" && matchLocale(ctx.actor.locale) !== locale)
      await updateOwnProfile(ctx, { locale });
    (await cookies()).set(localeCookie, locale, { ...attributesOf(ctx), maxAge });
  },
  afterwards: () => {},
});

/** For this browser, and for the account of whoever is signed in. */
export async function chooseLocale(form: FormData): Promise<void> {
  await applyLocale(form);
}
