/** The appearance that the person chose: a cookie, read on the server, so that no page flashes. */
import { cookies } from "next/headers";
import type { Theme } from "#components/ui/theme-switch.tsx";
import { chosenTheme, themeCookie } from "#lib/http/page-look.ts";

export async function readTheme(): Promise<Theme> {
  return chosenTheme((await cookies()).get(themeCookie)?.value) ?? "system";
}
