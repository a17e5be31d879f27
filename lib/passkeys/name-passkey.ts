/** A passkey has a name from its first moment: the person can change it, but never has to invent one. */

export interface NamingFacts {
  /** What the person typed, where they did. */
  readonly wished: string | undefined;
  /** What the model is called, where that is known. */
  readonly product: string | undefined;
  readonly userAgent: string;
  /** Names that the person's other passkeys have. */
  readonly taken: readonly string[];
}

/** The wished name, else the product's, else browser and platform; numbered from 2 when it is taken. */
export function namePasskey({ wished, product, userAgent, taken }: NamingFacts): string {
  const base = wished ?? product ?? describeBrowser(userAgent);
  if (!taken.includes(base)) return base;
  let number = 2;
  while (taken.includes(`${base} ${number}`)) number += 1;
  return `${base} ${number}`;
}

/** Order matters: Edge and Opera also say Chrome, and Chrome also says Safari. */
const browsers: readonly [RegExp, string][] = [
  [/\bEdg(?:A|iOS)?\//, "Edge"],
  [/\bOPR\//, "Opera"],
  [/\b(?:Firefox|FxiOS)\//, "Firefox"],
  [/\b(?:Chrome|Chromium|CriOS|HeadlessChrome)\//, "Chrome"],
  [/\bSafari\//, "Safari"],
];

/** Phones before desktops: Android also says Linux, and an iPhone "like Mac OS X". */
const platforms: readonly [RegExp, string][] = [
  [/\biPhone\b/, "iPhone"],
  [/\biPad\b/, "iPad"],
  [/\bAndroid\b/, "Android"],
  [/\bCrOS\b/, "ChromeOS"],
  [/\bWindows\b/, "Windows"],
  [/\bMac OS X\b|\bMacintosh\b/, "Mac"],
  [/\bLinux\b/, "Linux"],
];

/** "Chrome on Linux", or "Passkey" for an agent that nobody knows. */
export function describeBrowser(userAgent: string): string {
  return findBrowser(userAgent) ?? "Passkey";
}

/** "Chrome on Linux", or what there is of it. */
export function findBrowser(userAgent: string): string | undefined {
  const browser = browsers.find(([pattern]) => pattern.test(userAgent))?.[1];
  const platform = platforms.find(([pattern]) => pattern.test(userAgent))?.[1];
  return browser && platform ? `${browser} on ${platform}` : (browser ?? platform);
}
