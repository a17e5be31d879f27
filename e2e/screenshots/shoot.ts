/** Takes the pictures of a screen: few for each, so that every theme, width and direction of writing comes often. */
import { join } from "node:path";
import type { Page } from "@playwright/test";

const folder = join(import.meta.dirname, "../../screenshots");

interface Look {
  readonly locale: "en" | "de" | "ar";
  readonly colorScheme: "light" | "dark";
  readonly width: 375 | 1280;
}

/** What a state allows that is gone when the page is loaded again. */
const here: readonly Look[] = [
  { locale: "en", colorScheme: "light", width: 1280 },
  { locale: "en", colorScheme: "dark", width: 375 },
];
const elsewhere: readonly Look[] = [
  { locale: "de", colorScheme: "dark", width: 1280 },
  { locale: "de", colorScheme: "light", width: 375 },
  { locale: "ar", colorScheme: "light", width: 1280 },
  { locale: "ar", colorScheme: "dark", width: 375 },
];

/** The screen as it stands, in English. */
export async function shoot(page: Page, name: string): Promise<void> {
  for (const look of here) await shootAs(page, name, look);
  await page.setViewportSize({ width: 1280, height: 800 });
}

/** A screen that its address alone brings back: in every language that differs in length or direction. */
export async function shootPage(page: Page, address: string, name: string): Promise<void> {
  for (const look of [...here, ...elsewhere]) {
    await page.context().addCookies([{ name: "latchkey-locale", value: look.locale, url: address }]);
    await page.goto(address);
    await page.locator("h1").first().waitFor();
    await shootAs(page, name, look);
  }
  await page.context().clearCookies({ name: "latchkey-locale" });
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto(address);
}

async function shootAs(page: Page, name: string, { locale, colorScheme, width }: Look): Promise<void> {
  await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
  await page.setViewportSize({ width, height: width === 375 ? 760 : 800 });
  await page.screenshot({
    path: join(folder, `${name}-${locale}-${width}-${colorScheme}.png`),
    // A dialog covers the window, and stands elsewhere on a page that is shown whole.
    fullPage: (await page.locator("dialog[open]").count()) === 0,
  });
}
