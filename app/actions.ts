"use server";
/** Actions of every page. */
import { cookies } from "next/headers";
import { z } from "zod";
import { defineAction } from "#lib/http/define-action.ts";
import { themeCookie } from "./theme.ts";

const choose = defineAction({
  access: "optional",
  form: z.strictObject({ theme: z.enum(["system", "light", "dark"]) }),
  handle: async (ctx, { theme }) => {
    const jar = await cookies();
    const attributes = { path: "/", sameSite: "lax", secure: ctx.config.secure, httpOnly: true } as const;
    if (theme === "system") jar.delete({ name: themeCookie, ...attributes });
    else jar.set(themeCookie, theme, { ...attributes, maxAge: 365 * 86_400 });
  },
  // The same page comes back, in the new colours.
  afterwards: () => {},
});

export async function chooseTheme(_previous: unknown, form: FormData) {
  return choose(form);
}
