/** Uses a page as somebody without a mouse would. */
import { expect, type Page } from "@playwright/test";

/** What has the focus, by its accessible name as far as that can be told from the document. */
export function focused(page: Page) {
  return page.evaluate(() => {
    const element = document.activeElement;
    if (!element || element === document.body) return undefined;
    const { outlineStyle, outlineWidth } = getComputedStyle(element);
    const { top, bottom } = element.getBoundingClientRect();
    const label = "labels" in element ? (element as HTMLInputElement).labels?.[0] : undefined;
    const own = [...(label?.childNodes ?? [])].find((node) => node.textContent?.trim());
    return {
      name: (element.getAttribute("aria-label") ?? own?.textContent ?? element.textContent ?? "").trim(),
      ring: outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= 2,
      inView: bottom > 0 && top < innerHeight,
    };
  });
}

/** Tab for Tab, until what is asked for has the focus; what has it on the way is seen to have it. */
export async function tabTo(page: Page, name: string, key: "Tab" | "Shift+Tab" = "Tab"): Promise<void> {
  for (let presses = 0; presses < 60; presses += 1) {
    await page.keyboard.press(key);
    const now = await focused(page);
    if (!now) continue;
    expect(now, `“${now.name}” has the focus, and shows it`).toMatchObject({ ring: true, inView: true });
    if (now.name === name) return;
  }
  throw new Error(`Tab never comes to “${name}”`);
}

/** Over what stands on every page, into what is different on this one. */
export async function skipToContent(page: Page): Promise<void> {
  await tabTo(page, "Skip to the content");
  await page.keyboard.press("Enter");
  await expect(page.locator("#content")).toBeFocused();
}
