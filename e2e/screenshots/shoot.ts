/** Takes the pictures of a screen: few for each, so that every theme, width and direction of writing comes often. */
import { join } from "node:path";
import type { Page } from "@playwright/test";

const folder = join(import.meta.dirname, "../../screenshots");

interface Look {
  readonly colorScheme: "light" | "dark";
  readonly width: 375 | 1280;
}

const english: readonly Look[] = [
  { colorScheme: "light", width: 1280 },
  { colorScheme: "dark", width: 375 },
];
const translated: Readonly<Record<"de" | "ar", readonly Look[]>> = {
  de: [
    { colorScheme: "dark", width: 1280 },
    { colorScheme: "light", width: 375 },
  ],
  ar: [
    { colorScheme: "light", width: 1280 },
    { colorScheme: "dark", width: 375 },
  ],
};
const translations = ["de", "ar"] as const;

/** The screen as it stands, in English. */
export async function shoot(page: Page, name: string): Promise<void> {
  for (const look of english) await shootAs(page, `${name}-en`, look);
  await page.setViewportSize({ width: 1280, height: 800 });
}

/** A screen that its address alone brings back: also in a longer language, and in one from right to left. */
export async function shootPage(page: Page, address: string, name: string): Promise<void> {
  await open(page, address);
  await shoot(page, name);
  for (const locale of translations) {
    await page
      .context()
      .addCookies([{ name: "latchkey-locale", value: locale, url: new URL(address).origin }]);
    await open(page, address);
    for (const look of translated[locale]) await shootAs(page, `${name}-${locale}`, look);
  }
  await page.context().clearCookies({ name: "latchkey-locale" });
  await page.setViewportSize({ width: 1280, height: 800 });
  await open(page, address);
}

async function open(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await page.locator("h1").first().waitFor();
}

async function shootAs(page: Page, name: string, { colorScheme, width }: Look): Promise<void> {
  await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
  await page.setViewportSize({ width, height: width === 375 ? 760 : 800 });
  await page.screenshot({
    path: join(folder, `${name}-${width}-${colorScheme}.png`),
    // A dialog covers the window, and stands elsewhere on a page that is shown whole.
    fullPage: (await page.locator("dialog[open]").count()) === 0,
  });
}
