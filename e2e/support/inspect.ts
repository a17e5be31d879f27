/** Looks at a page as somebody with other eyes, hands or screens would. */
import { expect, type Page } from "@playwright/test";
import { axeFindings } from "./axe.ts";
import { walkByKeyboard } from "./walk-by-keyboard.ts";

const looks = (["light", "dark"] as const).flatMap((colorScheme) =>
  [375, 1280].map((width) => ({ colorScheme, width })),
);

/**
 * No axe finding in light and dark, on phone and desktop, nor from right to left; all of it reached by Tab; no sideways
 * scrolling down to 320 px in either direction of writing, nor with text twice as large (WCAG 2.2, 1.4.10 and 1.4.4).
 */
export async function inspect(page: Page, state: string): Promise<void> {
  const before = page.viewportSize();
  for (const { colorScheme, width } of looks) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await page.setViewportSize({ width, height: 800 });
    expect(await axeFindings(page), `${state}, ${colorScheme}, ${width} px`).toEqual([]);
  }
  // As it is on a phone, which is also what somebody sees who enlarges the page fourfold.
  expect(await overflowAt(page, 320), `${state} scrolls sideways at 320 px`).toBe(0);
  expect(await walkByKeyboard(page), `${state} by Tab`).toEqual([]);
  expect(await dialogsOutside(page), `${state} has a dialog outside of the window`).toEqual([]);
  const direction = await page.evaluate(() => document.documentElement.dir);
  await setOnRoot(page, "dir", "rtl");
  expect(await overflowAt(page, 320), `${state} scrolls sideways from right to left`).toBe(0);
  expect(await axeFindings(page), `${state} from right to left`).toEqual([]);
  await setOnRoot(page, "dir", direction);
  await setOnRoot(page, "style", "font-size: 200%");
  expect(await overflowAt(page, 1280), `${state} scrolls sideways with text twice as large`).toBe(0);
  await setOnRoot(page, "style", "");
  if (before) await page.setViewportSize(before);
  // What had the focus is where it was looked at; the window is another one by now.
  await page.evaluate(() => document.activeElement?.scrollIntoView({ block: "nearest" }));
}

/** Pixels that stick out of the window at this width. */
async function overflowAt(page: Page, width: number): Promise<number> {
  await page.setViewportSize({ width, height: 640 });
  return await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
}

/** Open dialogs that somebody who has scrolled down does not see whole. */
async function dialogsOutside(page: Page): Promise<string[]> {
  return await page.evaluate(() => {
    const { scrollY } = window;
    window.scrollTo(0, document.documentElement.scrollHeight);
    const outside = [...document.querySelectorAll("dialog[open]")].filter((dialog) => {
      const { top, bottom } = dialog.getBoundingClientRect();
      return top < 0 || bottom > window.innerHeight;
    });
    window.scrollTo(0, scrollY);
    return outside.map((dialog) => dialog.textContent.slice(0, 80));
  });
}

async function setOnRoot(page: Page, name: "dir" | "style", value: string): Promise<void> {
  await page.evaluate(
    ([attribute, text]) => {
      if (attribute === "style") document.documentElement.style.cssText = text ?? "";
      else document.documentElement.setAttribute("dir", text ?? "");
    },
    [name, value],
  );
}
