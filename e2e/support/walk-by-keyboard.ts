/** All of a page by Tab, as it is shown now. */
import type { Page } from "@playwright/test";
import { focusProblems } from "./focus.ts";

/**
 * Once around from where the focus is: all that can be pressed or filled in is reached, nothing holds the focus, and what
 * has it shows it (WCAG 2.2, 2.1.1, 2.1.2, 2.4.7, 2.4.11). An open modal dialog is all there is.
 * Returns what is wrong, and puts the focus back.
 */
export async function walkByKeyboard(page: Page): Promise<string[]> {
  const before = await page.evaluateHandle(() => document.activeElement);
  const open = await page.evaluateHandle(listStops);
  const wrong = new Set<string>();
  // A date has three stops, a part that scrolls one of its own, and the browser's own controls come between end and beginning.
  let missing = await open.evaluate(({ length }) => length);
  for (let presses = 2 * missing + 20; presses > 0 && missing > 0; presses -= 1) {
    await page.keyboard.press("Tab");
    for (const problem of await settledProblems(page)) wrong.add(problem);
    missing = await open.evaluate((stops) => {
      const { activeElement } = document;
      if (activeElement && stops.includes(activeElement)) stops.splice(stops.indexOf(activeElement), 1);
      return stops.length;
    });
  }
  const missed = await open.evaluate((stops) => stops.map((element) => element.outerHTML.slice(0, 160)));
  await before.evaluate((element) => {
    if (element instanceof HTMLElement && element !== document.body) element.focus();
    else if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  });
  return [...wrong, ...missed.map((html) => `not reached: ${html}`)];
}

/** What scrolls along with its button, as an open list does, is in its place a frame later. */
async function settledProblems(page: Page): Promise<string[]> {
  if ((await focusProblems(page)).length === 0) return [];
  await page.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
  );
  return await focusProblems(page);
}

/** Runs in the page. */
function listStops(): Element[] {
  const scope = [...document.querySelectorAll("dialog:modal")].at(-1) ?? document;
  return [
    ...scope.querySelectorAll<HTMLElement>(
      "a[href], button, input, select, textarea, summary, [tabindex='0']",
    ),
  ].filter((element) => {
    if (element.matches("[type=hidden], [tabindex='-1'], :disabled") || element.closest("[inert]"))
      return false;
    if (!element.checkVisibility({ visibilityProperty: true })) return false;
    // Of a group of radio buttons Tab comes to the chosen one.
    return !(element instanceof HTMLInputElement && element.type === "radio") || element.checked;
  });
}
