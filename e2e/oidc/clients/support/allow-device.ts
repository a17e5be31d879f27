/** What a person does with the code that a device shows. */
import { expect } from "vitest";
import type { Browser } from "../../support/browser.ts";

export async function allowDevice(browser: Browser, userCode: string): Promise<void> {
  const question = await browser.submit("/oauth/device/code", { user_code: userCode });
  expect(question.url.pathname).toBe("/device");
  const interaction = question.url.searchParams.get("interaction") ?? "";
  const done = await browser.submit("/oauth/device/decision", { interaction, decision: "allow" });
  expect(done.url.searchParams.get("result")).toBe("allowed");
}
