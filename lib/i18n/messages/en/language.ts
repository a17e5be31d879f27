/** The switch of languages. */
export const language = {
  label: "Language",
} as const;
