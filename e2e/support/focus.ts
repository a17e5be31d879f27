/** Whether somebody without a mouse sees where they are. */
import type { Page } from "@playwright/test";

/** What is wrong with how the focus is shown (WCAG 2.2, 2.4.7 and 2.4.11); nothing where nothing of the page has it. */
export async function focusProblems(page: Page): Promise<string[]> {
  return await page.evaluate(() => {
    const element = document.activeElement;
    if (!element || element === document.body) return [];
    const { outlineStyle, outlineWidth } = getComputedStyle(element);
    const [box] = element.getClientRects();
    const problems: string[] = [];
    if (outlineStyle === "none" || Number.parseFloat(outlineWidth) < 2) problems.push("no ring");
    if (!box || box.bottom <= 0 || box.top >= innerHeight) problems.push("out of sight");
    else {
      const above = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
      // A list that the person opened, and that Escape closes, may lie over it.
      const opened = above?.closest("[popover]:popover-open");
      if (above && !opened && !element.contains(above) && !above.contains(element)) problems.push("covered");
    }
    return problems.map((problem) => `${problem}: ${element.outerHTML.slice(0, 160)}`);
  });
}
