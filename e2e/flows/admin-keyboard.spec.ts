/** The administration without a mouse: lists, a person, a new app and the log by the keyboard alone. */

import { focusedName, skipToContent, tabTo } from "../support/keyboard.ts";
import { type LatchkeyProcess, startLatchkey } from "../support/latchkey-process.ts";
import { joinElsewhere, setUpAdministrator } from "../support/people.ts";
import { expect, test } from "../support/test.ts";

test.setTimeout(180_000);

let latchkey: LatchkeyProcess;
test.beforeAll(async () => {
  test.setTimeout(240_000);
  latchkey = await startLatchkey();
});
test.afterAll(() => latchkey.stop());

test("everything that matters is reached, asked and done by the keyboard, and the focus is never lost", async ({
  page,
  browser,
}) => {
  const { keyboard } = page;
  await setUpAdministrator(page, latchkey);
  await (await joinElsewhere(browser, latchkey, "Leo")).close();
  await page.bringToFront();

  await test.step("from the list to a person", async () => {
    await page.goto(`${latchkey.baseUrl}/admin/users`);
    await skipToContent(page);
    await tabTo(page, "Name or e-mail address");
    await keyboard.type("leo");
    await keyboard.press("Enter");
    await expect(page).toHaveURL(/\?q=leo/);
    await page.waitForLoadState("networkidle");
    await keyboard.press("j");
    await expect(page.getByRole("link", { name: "Leo Example" })).toBeFocused();
    await keyboard.press("Enter");
    await expect(page.getByRole("heading", { name: "Leo Example", level: 1 })).toBeVisible();
    await page.waitForLoadState("networkidle");
  });

  await test.step("disabled after a question, and enabled again", async () => {
    await skipToContent(page);
    await tabTo(page, "Disable");
    await keyboard.press("Enter");
    const dialog = page.getByRole("alertdialog");
    await expect(dialog.getByRole("button", { name: "Cancel" })).toBeFocused();
    await keyboard.press("Escape");
    await expect(dialog).toBeHidden();
    await expect(page.getByRole("button", { name: "Disable" })).toBeFocused();
    await keyboard.press("Enter");
    // Nothing behind the question can be reached.
    await tabTo(page, "Disable");
    await keyboard.press("Enter");
    await expect(page.getByText("This account is disabled")).toBeVisible();
    await expect(page.getByRole("button", { name: "Enable" })).toBeFocused();
    await keyboard.press("Enter");
    await expect(page.getByRole("button", { name: "Disable" })).toBeFocused();
  });

  await test.step("many at once", async () => {
    await page.goto(`${latchkey.baseUrl}/admin/users?sort=name`, { waitUntil: "networkidle" });
    await keyboard.press("j");
    await keyboard.press("x");
    await expect(page.getByRole("checkbox", { name: "Select Leo Example" })).toBeChecked();
    await tabTo(page, "What to do");
    await keyboard.type("End");
    await tabTo(page, "Do it");
    await keyboard.press("Enter");
    await expect(page.getByRole("alertdialog", { name: "End their sessions" })).toBeVisible();
    await tabTo(page, "Go ahead");
    await keyboard.press("Enter");
    await expect(page.getByText("As before: 1")).toBeVisible();
    await tabTo(page, "Close");
  });

  await test.step("to an app that is not there yet, by the palette", async () => {
    await page.goto(`${latchkey.baseUrl}/admin/groups`, { waitUntil: "networkidle" });
    await skipToContent(page);
    await tabTo(page, "Name");
    await keyboard.press("Control+k");
    await expect(page.getByRole("combobox")).toBeFocused();
    await keyboard.press("Escape");
    await expect(page.getByRole("textbox", { name: "Name", exact: true })).toBeFocused();
    await keyboard.press("Control+k");
    await keyboard.type("apps");
    await keyboard.press("Enter");
    await expect(page.getByRole("heading", { name: "Apps", level: 1 })).toBeVisible();
    await skipToContent(page);
    await tabTo(page, "Add an app");
    await keyboard.press("Enter");
    await expect(page.getByRole("heading", { name: "Add an app", level: 1 })).toBeVisible();
    for (let presses = 0; presses < 40 && !(await focusedName(page))?.startsWith("Grafana"); presses += 1)
      await keyboard.press("Tab");
    await keyboard.press("Enter");
    await expect(page.getByLabel("Address of the app")).toBeVisible();
    await page.waitForLoadState("networkidle");
    await skipToContent(page);
    await tabTo(page, "Address of the app");
    await keyboard.type("https://grafana.example.com");
    await tabTo(page, "Add the app");
    await keyboard.press("Enter");
    await expect(page.getByRole("heading", { name: "Grafana is added" })).toBeFocused();
    await tabTo(page, "Open the app’s page");
    await keyboard.press("Enter");
    await expect(page.getByRole("heading", { name: "Grafana", level: 1 })).toBeVisible();
  });

  await test.step("the log, filtered", async () => {
    await page.goto(`${latchkey.baseUrl}/admin/audit`);
    await skipToContent(page);
    await tabTo(page, "Event");
    await keyboard.type("Apps");
    await tabTo(page, "More filters");
    await keyboard.press("Enter");
    await tabTo(page, "Who did it");
    await keyboard.type("root@example.com");
    await keyboard.press("Enter");
    await expect(page).toHaveURL(/event=apps/);
    const events = page.getByRole("list", { name: "Events" }).getByRole("listitem");
    await expect(events).toHaveCount(1);
    await expect(events).toContainText("Root Example added the app Grafana.");
    await skipToContent(page);
    await tabTo(page, "Clear all");
    await keyboard.press("Enter");
    await expect(page).toHaveURL(`${latchkey.baseUrl}/admin/audit`);
  });
});
