/** Uses a page as somebody without a mouse would: by Tab, Enter, Space and the arrows. */
import { expect, type Locator } from "@playwright/test";
import { waitUntilAlive } from "./alive.ts";
import { focusProblems } from "./focus.ts";

/** Comes to a button, a link or a box, sees that it has the focus, and presses it. */
export async function press(target: Locator): Promise<void> {
  await comeTo(target);
  const isBox = await target.evaluate((element) => element.matches("[type=checkbox], [type=radio]"));
  await target.page().keyboard.press(isBox ? "Space" : "Enter");
}

/** Comes to a field, and writes over what stands in it. */
export async function write(target: Locator, text: string): Promise<void> {
  await comeTo(target);
  const { keyboard } = target.page();
  await keyboard.press("ControlOrMeta+a");
  await (text === "" ? keyboard.press("Delete") : keyboard.insertText(text));
}

/** Far more than any page has: whoever pressed so often goes in a circle. */
const mostPresses = 200;

/** Tab for Tab, in the direction in which it lies; in a group of radio buttons by the arrows. */
export async function comeTo(target: Locator): Promise<void> {
  await expect(target).toBeVisible();
  await expect(target).toBeEnabled();
  await waitUntilAlive(target);
  const page = target.page();
  for (let presses = 0; presses < mostPresses; presses += 1) {
    const key = await target.evaluate(keyTowards);
    // What has the focus from the start may have it before the style sheet is there.
    if (key === undefined) return expect.poll(() => focusProblems(page), { intervals: [20] }).toEqual([]);
    await page.keyboard.press(key);
  }
  throw new Error(`Tab never comes to ${target}`);
}

/** Runs in the page; none where it has the focus. */
function keyTowards(target: Element): "Tab" | "Shift+Tab" | "ArrowDown" | undefined {
  const { activeElement } = document;
  if (activeElement === target) return undefined;
  const groupOf = (element: Element | null) =>
    element instanceof HTMLInputElement && element.type === "radio" ? element.name : undefined;
  if (groupOf(target) !== undefined && groupOf(target) === groupOf(activeElement)) return "ArrowDown";
  const isBefore =
    activeElement !== null &&
    activeElement !== document.body &&
    target.compareDocumentPosition(activeElement) & Node.DOCUMENT_POSITION_FOLLOWING;
  return isBefore ? "Shift+Tab" : "Tab";
}
