/** axe in the page itself: no page of ours has frames, and a page is looked at many times. */
import type { Page } from "@playwright/test";
import axe, { type RunOptions } from "axe-core";

/** What axe finds: the rule, and the elements that break it. */
export async function axeFindings(page: Page, rules: RunOptions["rules"] = {}): Promise<string[]> {
  if (!(await page.evaluate(() => "axe" in globalThis))) await page.evaluate(axe.source);
  const options: RunOptions = { resultTypes: ["violations"], rules };
  return await page.evaluate(async (asked) => {
    const here = globalThis as unknown as { readonly axe: typeof axe };
    const { violations } = await here.axe.run(document, asked);
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
  }, options);
}
