/** Lists of the administration by mouse and by keyboard: many rows at once, and the way to anything by its name. */
import { inspect } from "../support/inspect.ts";
import { type LatchkeyProcess, startLatchkey } from "../support/latchkey-process.ts";
import { createAccount } from "../support/people.ts";
import { expect, test } from "../support/test.ts";
import { addVirtualAuthenticator } from "../support/virtual-authenticator.ts";

test.setTimeout(300_000);

let latchkey: LatchkeyProcess;
test.beforeAll(async () => {
  test.setTimeout(300_000);
  latchkey = await startLatchkey();
});
test.afterAll(() => latchkey.stop());

test("an administrator changes many people at once, and finds the way without a mouse", async ({
  page,
  browser,
}) => {
  await addVirtualAuthenticator(page);
  await page.goto(latchkey.setUpLink ?? "");
  await createAccount(page, { name: "Root Example", email: "root@example.com" }, "Create the first passkey");
  for (const name of ["Leo", "Mia"]) {
    const other = await browser.newPage();
    await addVirtualAuthenticator(other);
    await other.goto(`${latchkey.baseUrl}/sign-up`);
    await createAccount(other, { name: `${name} Example`, email: `${name.toLowerCase()}@example.com` });
    await other.close();
  }

  await page.goto(`${latchkey.baseUrl}/admin/users?sort=name`);
  await expect(page.getByRole("row")).toHaveCount(4);
  for (const name of ["Leo", "Mia", "Root"])
    await page.getByRole("checkbox", { name: `Select ${name} Example` }).check();
  await expect(page.getByRole("status").filter({ hasText: "Selected: 3" })).toBeVisible();
  await inspect(page, "people who are selected");
  await page.getByRole("combobox", { name: "What to do" }).selectOption("Disable");
  await page.getByRole("button", { name: "Do it" }).click();
  await expect(page.getByText("Done: 2 · Not done: 1")).toBeVisible();
  await expect(page.getByRole("listitem").filter({ hasText: "Root Example: Nobody else" })).toBeVisible();
  await expect(page.getByRole("row", { name: /Leo/ })).toContainText("Disabled");
  await page.getByRole("button", { name: "Undo" }).focus();
  await inspect(page, "what came of a change to many");
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByText("Done: 2", { exact: true })).toBeVisible();
  await expect(page.getByRole("row", { name: /Leo/ })).toContainText("Active");

  await page.getByRole("checkbox", { name: "Select Mia Example" }).check();
  await page.getByRole("combobox", { name: "What to do" }).selectOption("End their sessions");
  await page.getByRole("button", { name: "Do it" }).click();
  await expect(page.getByRole("alertdialog", { name: "End their sessions" })).toBeVisible();
  await inspect(page, "a question about many");
  await page.getByRole("button", { name: "Go ahead" }).click();
  await expect(page.getByText("As before: 1")).toBeVisible();

  // Single keys, from row to row.
  await page.keyboard.press("j");
  await page.keyboard.press("j");
  await expect(page.getByRole("link", { name: "Mia Example" })).toBeFocused();
  await page.keyboard.press("k");
  await page.keyboard.press("x");
  await expect(page.getByRole("checkbox", { name: "Select Leo Example" })).toBeChecked();
  await page.keyboard.press("/");
  await expect(page.getByRole("searchbox")).toBeFocused();
  await page.keyboard.type("jx?");
  await expect(page.getByRole("searchbox")).toHaveValue("jx?");
  await page.keyboard.press("Tab");
  await page.getByRole("link", { name: "Leo Example" }).focus();
  await page.keyboard.press("?");
  const help = page.getByRole("dialog", { name: "Keyboard shortcuts" });
  await expect(help).toBeVisible();
  await inspect(page, "the help about keys");
  await help.getByLabel("Use single keys").uncheck();
  await page.keyboard.press("Escape");
  await page.getByRole("link", { name: "Leo Example" }).focus();
  await page.keyboard.press("j");
  await expect(page.getByRole("link", { name: "Leo Example" })).toBeFocused();

  // The palette.
  await page.keyboard.press("Control+k");
  const field = page.getByRole("combobox", { name: "Go to a page, person, group or app" });
  await expect(field).toBeFocused();
  await field.fill("mia");
  await expect(page.getByRole("option", { name: /Mia Example/ })).toHaveAttribute("aria-selected", "true");
  await inspect(page, "the palette");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Mia Example", level: 1 })).toBeVisible();
  await page.getByRole("button", { name: "Go to…" }).click();
  await field.fill("invit");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/admin\/invitations$/);
});
