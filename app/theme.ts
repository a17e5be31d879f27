/** The appearance that the person chose: a cookie, read on the server, so that no page flashes. */
import { cookies } from "next/headers";
import type { Theme } from "#components/ui/theme-switch.tsx";

export const themeCookie = "latchkey-theme";

export async function readTheme(): Promise<Theme> {
  const value = (await cookies()).get(themeCookie)?.value;
  return value === "light" || value === "dark" ? value : "system";
}
