/** The switch of light and dark. */
import type { Translated } from "../../translated.ts";
import type { theme as english } from "../en/theme.ts";

export const theme: Translated<typeof english> = {
  label: "Apparence",
  system: "Système",
  light: "Clair",
  dark: "Sombre",
};
