/** The switch of light and dark. */
export const theme = {
  label: "Appearance",
  system: "System",
  light: "Light",
  dark: "Dark",
} as const;
