/** Where Tab leads, step by step; `press` is for who only wants to get there. */
import { expect, type Page } from "@playwright/test";
import { focusProblems } from "./focus.ts";

/** What has the focus, by its accessible name as far as that can be told from the document. */
export function focusedName(page: Page): Promise<string | undefined> {
  return page.evaluate(() => {
    const element = document.activeElement;
    if (!element || element === document.body) return undefined;
    const label = "labels" in element ? (element as HTMLInputElement).labels?.[0] : undefined;
    const own = [...(label?.childNodes ?? [])].find((node) => node.textContent?.trim());
    return (element.getAttribute("aria-label") ?? own?.textContent ?? element.textContent ?? "").trim();
  });
}

/** Tab for Tab, until what is asked for has the focus; what has it on the way is seen to have it. */
export async function tabTo(page: Page, name: string, key: "Tab" | "Shift+Tab" = "Tab"): Promise<void> {
  for (let presses = 0; presses < 60; presses += 1) {
    await page.keyboard.press(key);
    expect(await focusProblems(page), `on the way to “${name}”`).toEqual([]);
    if ((await focusedName(page)) === name) return;
  }
  throw new Error(`Tab never comes to “${name}”`);
}

/** Over what stands on every page, into what is different on this one. */
export async function skipToContent(page: Page): Promise<void> {
  await tabTo(page, "Skip to the content");
  await page.keyboard.press("Enter");
  await expect(page.locator("#content")).toBeFocused();
}
