/** The switch of light and dark. */
import type { Translated } from "../../translated.ts";
import type { theme as english } from "../en/theme.ts";

export const theme: Translated<typeof english> = {
  label: "Darstellung",
  system: "Wie das System",
  light: "Hell",
  dark: "Dunkel",
};
