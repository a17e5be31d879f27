/** The list of people, as an administrator meets it. */

import { click } from "../support/alive.ts";
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

test("an administrator finds people; to everybody else there is nothing", async ({ page, browser }) => {
  await setUpAdministrator(page, latchkey);
  const other = await joinElsewhere(browser, latchkey, "Leo");
  expect((await other.goto(`${latchkey.baseUrl}/admin/users`))?.status()).toBe(404);
  await other.close();

  await page.goto(`${latchkey.baseUrl}/admin/users`);
  await expect(page.getByRole("heading", { name: "Users" })).toBeVisible();
  await expect(page.getByRole("table", { name: "Users" }).getByRole("row")).toHaveCount(3);
  await inspect(page, "users");

  await page.getByRole("searchbox").fill("leo");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\?q=leo/);
  await expect(page.getByRole("row")).toHaveCount(2);
  await click(page.getByRole("link", { name: "Clear" }));
  await click(page.getByRole("link", { name: "Name" }));
  await expect(page.getByRole("columnheader", { name: "Name" })).toHaveAttribute("aria-sort", "ascending");

  await page.goto(`${latchkey.baseUrl}/admin/users?q=nobody`);
  await expect(page.getByText("Nothing matches.")).toBeVisible();
  await inspect(page, "no users");

  await latchkey.command("group", "add", "--name", "staff", "--display-name", "Staff");
  await page.goto(`${latchkey.baseUrl}/admin/users?q=leo`);
  await click(page.getByRole("link", { name: "Leo Example" }));
  await expect(page.getByRole("heading", { name: "Leo Example", level: 1 })).toBeVisible();
  await inspect(page, "a person's profile");

  await page.getByLabel("Name", { exact: true }).fill("Leo Lion");
  await click(page.getByRole("button", { name: "Save" }));
  await expect(page.getByText("Saved.")).toBeVisible();
  await expect(page.getByRole("heading", { name: "Leo Lion", level: 1 })).toBeVisible();

  await click(page.getByRole("button", { name: "Make a link" }));
  await expect(page.getByLabel("Recovery link")).toHaveValue(/^http.*recover/);
  await inspect(page, "a recovery link");

  await page.getByRole("combobox", { name: "Role" }).selectOption("helpdesk");
  await click(page.getByRole("button", { name: "Set role" }));
  await expect(page.getByText("Helpdesk", { exact: true }).first()).toBeVisible();

  const about = page.getByRole("navigation", { name: "About Leo Lion" });
  await click(about.getByRole("link", { name: "Groups" }));
  await page.getByRole("combobox", { name: "Group" }).selectOption({ label: "Staff" });
  await click(page.getByRole("button", { name: "Add to group" }));
  await expect(page.getByRole("row", { name: /Staff/ })).toBeVisible();
  await inspect(page, "a person's groups");
  await click(page.getByRole("button", { name: "Remove from Staff" }));
  await click(page.getByRole("alertdialog").getByRole("button", { name: "Remove" }));
  await expect(page.getByText("In no group.")).toBeVisible();

  await click(about.getByRole("link", { name: "Sessions" }));
  await expect(page.getByRole("button", { name: "End all sessions" })).toBeVisible();
  await inspect(page, "a person's sessions");
  await click(page.getByRole("button", { name: "End all sessions" }));
  await expect(page.getByRole("button", { name: "Cancel" })).toBeFocused();
  await inspect(page, "ending all sessions");
  await click(page.getByRole("alertdialog").getByRole("button", { name: "End all sessions" }));
  await expect(page.getByText("Not signed in anywhere.")).toBeVisible();

  await click(about.getByRole("link", { name: "Passkeys" }));
  await expect(page.getByRole("button", { name: /^Revoke / })).toBeVisible();
  await inspect(page, "a person's passkeys");
  await click(page.getByRole("button", { name: /^Revoke / }));
  await page.getByLabel("Why").fill("lost");
  await click(page.getByRole("alertdialog").getByRole("button", { name: "Revoke" }));
  await expect(page.getByText("No passkey works for this account.")).toBeVisible();

  await click(about.getByRole("link", { name: "Apps" }));
  await expect(page.getByText("No app was given anything.")).toBeVisible();

  await click(about.getByRole("link", { name: "Profile" }));
  await click(page.getByRole("button", { name: "Disable" }));
  await click(page.getByRole("alertdialog").getByRole("button", { name: "Disable" }));
  await expect(page.getByText("This account is disabled")).toBeVisible();
  await inspect(page, "a disabled person");

  await click(page.getByRole("button", { name: "Delete the account" }));
  const last = page.getByRole("alertdialog").getByRole("button", { name: "Delete for good" });
  await expect(last).toHaveAttribute("aria-disabled", "true");
  await page.getByLabel("Type leo@example.com to confirm").fill("leo@example.com");
  await inspect(page, "deleting a person");
  await click(last);
  await expect(page).toHaveURL(/\/admin\/users$/);
  await expect(page.getByRole("link", { name: "Leo Lion" })).toHaveCount(0);

  // The last administrator stays.
  await page.goto(`${latchkey.baseUrl}/admin/users?role=admin`);
  await click(page.getByRole("table").getByRole("link", { name: "Root Example" }));
  await click(page.getByRole("button", { name: "Disable" }));
  await click(page.getByRole("alertdialog").getByRole("button", { name: "Disable" }));
  await expect(page.getByRole("alertdialog").getByText("Nobody else could administer")).toBeVisible();
});
