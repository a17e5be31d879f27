/**
 * How a mail looks: the interface's colours as plain hex. What is inline is light and holds everywhere; clients that know
 * dark get the sheet. Grounds and letters are never pure white or black where a client that inverts by itself would
 * make them glare, and every edge is a border, which survives that.
 */
import type { MailLook } from "../mail-content.ts";

const light = {
  ground: "#eef4f4",
  surface: "#ffffff",
  sunken: "#f7fbfb",
  border: "#d7dedf",
  text: "#142023",
  muted: "#515f62",
  accent: "#076966",
  onAccent: "#f9fdfc",
} as const;

const dark: Record<keyof typeof light, string> = {
  ground: "#0b1314",
  surface: "#121b1d",
  sunken: "#070c0e",
  border: "#283234",
  text: "#e8eeee",
  muted: "#a0acae",
  accent: "#62d4c8",
  onAccent: "#001b1b",
};

export type Accents = NonNullable<MailLook["accent"]>;
/** Ours, where the instance has none. */
const ownAccents: Accents = { light, dark };

const fontFamily =
  "system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', 'Noto Sans Arabic', Arial, sans-serif";
const monoFamily = "ui-monospace, SFMono-Regular, Menlo, Consolas, 'Liberation Mono', monospace";

const small = { fontSize: "14px", lineHeight: "20px" } as const;

/** `start` is where lines begin: few clients know logical properties. */
export function stylesFor(direction: "ltr" | "rtl", { light: own }: Accents = ownAccents) {
  const start = direction === "rtl" ? "right" : "left";
  const keyline = direction === "rtl" ? "borderRight" : "borderLeft";
  return {
    body: { backgroundColor: light.ground, margin: "0", padding: "0" },
    ground: { backgroundColor: light.ground, padding: "32px 12px", fontFamily },
    container: { maxWidth: "560px", textAlign: start },
    instance: { ...small, color: light.muted, fontWeight: 600, margin: "0 4px 12px" },
    logo: { display: "block", border: "0", margin: "0 4px 12px", color: light.muted, fontWeight: 600 },
    card: {
      backgroundColor: light.surface,
      border: `1px solid ${light.border}`,
      [keyline]: `2px solid ${own.accent}`,
      borderRadius: "10px",
      borderCollapse: "separate",
      padding: "28px 24px 16px",
    },
    title: { color: light.text, fontSize: "22px", lineHeight: "28px", fontWeight: 600, margin: "0 0 16px" },
    text: { color: light.text, fontSize: "16px", lineHeight: "24px", margin: "0 0 16px" },
    facts: {
      backgroundColor: light.sunken,
      border: `1px solid ${light.border}`,
      borderRadius: "6px",
      borderCollapse: "separate",
      padding: "6px 0",
      margin: "4px 0 20px",
      width: "100%",
    },
    factLabel: {
      ...small,
      color: light.muted,
      fontWeight: 400,
      textAlign: start,
      verticalAlign: "top",
      padding: "4px 16px",
      width: "1%",
    },
    factValue: {
      ...small,
      color: light.text,
      textAlign: start,
      verticalAlign: "top",
      padding: "4px 16px 4px",
      wordBreak: "break-word",
    },
    button: {
      backgroundColor: own.accent,
      border: `1px solid ${own.accent}`,
      borderRadius: "6px",
      color: own.onAccent,
      fontSize: "16px",
      fontWeight: 600,
      padding: "12px 20px",
      margin: "4px 0 16px",
    },
    full: { ...small, color: light.muted, margin: "0 0 20px" },
    url: {
      color: own.accent,
      fontFamily: monoFamily,
      fontSize: "13px",
      textDecoration: "underline",
      wordBreak: "break-all",
    },
    closing: { ...small, color: light.text, margin: "0 0 12px" },
    footer: { fontSize: "12px", lineHeight: "16px", color: light.muted, margin: "16px 4px 0" },
    footerLink: { color: light.muted, textDecoration: "underline" },
  } as const;
}

/** What each class is in the dark; `KEYLINE` is the edge at which lines begin. */
const darkRules = ({ dark: own }: Accents): Readonly<Record<string, string>> => ({
  ground: `background-color: ${dark.ground} !important;`,
  surface: `background-color: ${dark.surface} !important; border-color: ${dark.border} !important;`,
  keyline: `border-KEYLINE-color: ${own.accent} !important;`,
  sunken: `background-color: ${dark.sunken} !important; border-color: ${dark.border} !important;`,
  text: `color: ${dark.text} !important;`,
  muted: `color: ${dark.muted} !important;`,
  accent: `color: ${own.accent} !important;`,
  button: `background-color: ${own.accent} !important; border-color: ${own.accent} !important; color: ${own.onAccent} !important;`,
});

const rules = (direction: "ltr" | "rtl", accents: Accents) =>
  Object.entries(darkRules(accents)).map(
    ([name, rule]) =>
      [`.lk-${name}`, `{ ${rule.replace("KEYLINE", direction === "rtl" ? "right" : "left")} }`] as const,
  );

export function darkSheet(direction: "ltr" | "rtl", accents: Accents = ownAccents): string {
  const inTheDark = rules(direction, accents).map(([selector, rule]) => `${selector} ${rule}`);
  return `:root { color-scheme: light dark; } @media (prefers-color-scheme: dark) { ${inTheDark.join(" ")} }`;
}

/**
 * Outlook's apps mark what they have turned dark with an attribute. A sheet of its own: a client that does not know one
 * selector throws away all that stand beside it.
 */
export function outlookSheet(direction: "ltr" | "rtl", accents: Accents = ownAccents): string {
  return rules(direction, accents)
    .map(([selector, rule]) => `[data-ogsc] ${selector}, [data-ogsb] ${selector} ${rule}`)
    .join(" ");
}
