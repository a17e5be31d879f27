/** Lists of the administration by mouse and by keyboard: many rows at once, and the way to anything by its name. */
import { readFileSync } from "node:fs";
import { click } from "../support/alive.ts";
import { addCrowd } from "../support/database.ts";
import { inspect } from "../support/inspect.ts";
import { type LatchkeyProcess, startLatchkey } from "../support/latchkey-process.ts";
import { joinElsewhere, setUpAdministrator } from "../support/people.ts";
import { expect, test } from "../support/test.ts";

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
  await setUpAdministrator(page, latchkey);
  for (const name of ["Leo", "Mia"]) await (await joinElsewhere(browser, latchkey, name)).close();
  await latchkey.command("group", "add", "--name", "staff", "--display-name", "Staff");

  // Also those that are on no page so far: that is asked first.
  await page.goto(`${latchkey.baseUrl}/admin/users?sort=name&limit=1`);
  await click(page.getByRole("link", { name: "Next" }));
  await expect(page.getByRole("link", { name: "Mia Example" })).toBeVisible();
  await page.goBack();
  await page.getByRole("checkbox", { name: "Select Leo Example" }).check();
  await click(page.getByRole("button", { name: "Select all 3 that match" }));
  await expect(page.getByRole("status").filter({ hasText: "Selected: 3" })).toBeVisible();
  await page.getByRole("combobox", { name: "What to do" }).selectOption("Add to a group");
  await page.getByRole("combobox", { name: "Group" }).selectOption("Staff");
  await click(page.getByRole("button", { name: "Do it" }));
  await page.getByRole("alertdialog", { name: "Add to a group" }).getByText("Selected: 3").waitFor();
  await click(page.getByRole("button", { name: "Go ahead" }));
  await expect(page.getByText("Done: 3", { exact: true })).toBeVisible();
  await click(page.getByRole("button", { name: "Undo" }));
  await expect(page.getByRole("button", { name: "Undo" })).toHaveCount(0);
  await expect(page.getByText("Done: 3", { exact: true })).toBeVisible();

  await page.goto(`${latchkey.baseUrl}/admin/users?sort=name`);
  await expect(page.getByRole("row")).toHaveCount(4);
  for (const name of ["Leo", "Mia", "Root"])
    await page.getByRole("checkbox", { name: `Select ${name} Example` }).check();
  await expect(page.getByRole("status").filter({ hasText: "Selected: 3" })).toBeVisible();
  await inspect(page, "people who are selected");
  await page.getByRole("combobox", { name: "What to do" }).selectOption("Disable");
  await click(page.getByRole("button", { name: "Do it" }));
  await expect(page.getByText("Done: 2 · Not done: 1")).toBeVisible();
  await expect(page.getByRole("listitem").filter({ hasText: "Root Example: Nobody else" })).toBeVisible();
  await expect(page.getByRole("row", { name: /Leo/ })).toContainText("Disabled");
  await page.getByRole("button", { name: "Undo" }).focus();
  await inspect(page, "what came of a change to many");
  await click(page.getByRole("button", { name: "Undo" }));
  await expect(page.getByText("Done: 2", { exact: true })).toBeVisible();
  await expect(page.getByRole("row", { name: /Leo/ })).toContainText("Active");

  await page.getByRole("checkbox", { name: "Select Mia Example" }).check();
  await page.getByRole("combobox", { name: "What to do" }).selectOption("End their sessions");
  await click(page.getByRole("button", { name: "Do it" }));
  await expect(page.getByRole("alertdialog", { name: "End their sessions" })).toBeVisible();
  await inspect(page, "a question about many");
  await click(page.getByRole("button", { name: "Go ahead" }));
  await expect(page.getByText("As before: 1")).toBeVisible();

  // Apps, too.
  await latchkey.command("client", "add", "--name", "Wiki", "--redirect-uri", "https://wiki.example/cb");
  await page.goto(`${latchkey.baseUrl}/admin/clients`);
  await page.getByRole("checkbox", { name: "Select Wiki" }).check();
  await click(page.getByRole("button", { name: "Do it" }));
  await expect(page.getByText("Done: 1", { exact: true })).toBeVisible();
  await expect(page.getByRole("row", { name: /Wiki/ })).toContainText("Disabled");
  await click(page.getByRole("button", { name: "Undo" }));
  await expect(page.getByRole("row", { name: /Wiki/ })).toContainText("Enabled");
  await page.goto(`${latchkey.baseUrl}/admin/users?sort=name`);
  await expect(page.getByRole("row")).toHaveCount(4);

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
  await click(page.getByRole("button", { name: "Go to…" }));
  await field.fill("invit");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/admin\/invitations$/);

  // A list as a file: on a slow line one sees it come.
  await addCrowd(latchkey, 2_000);
  await page.goto(`${latchkey.baseUrl}/admin/users?q=crowd`);
  await expect(page.getByText("2,000 entries")).toBeVisible();
  const line = await page.context().newCDPSession(page);
  const slow = { offline: false, latency: 0, downloadThroughput: 500_000, uploadThroughput: -1 };
  await line.send("Network.emulateNetworkConditions", slow);
  const coming = page.waitForEvent("download");
  await click(page.getByRole("link", { name: "Export what matches as JSON Lines" }));
  await expect(page.getByText(/^Entries: [\d,]+ · /)).toBeVisible();
  const people = readFileSync(await (await coming).path(), "utf8")
    .trimEnd()
    .split("\n");
  expect(people).toHaveLength(2_000);
  expect(JSON.parse(people[0] ?? "")).toMatchObject({ displayName: expect.stringMatching(/^Crowd \d+$/) });
  await expect(page.getByText(/^Exported\. Entries: 2,000 · /)).toBeVisible();
});
