/** The list of people, as an administrator meets it. */
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
  await page.getByRole("link", { name: "Clear" }).click();
  await page.getByRole("link", { name: "Name" }).click();
  await expect(page.getByRole("columnheader", { name: "Name" })).toHaveAttribute("aria-sort", "ascending");

  await page.goto(`${latchkey.baseUrl}/admin/users?q=nobody`);
  await expect(page.getByText("Nothing matches.")).toBeVisible();
  await inspect(page, "no users");

  await latchkey.command("group", "add", "--name", "staff", "--display-name", "Staff");
  await page.goto(`${latchkey.baseUrl}/admin/users?q=leo`);
  await page.getByRole("link", { name: "Leo Example" }).click();
  await expect(page.getByRole("heading", { name: "Leo Example", level: 1 })).toBeVisible();
  await inspect(page, "a person's profile");

  await page.getByLabel("Name", { exact: true }).fill("Leo Lion");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Saved.")).toBeVisible();
  await expect(page.getByRole("heading", { name: "Leo Lion", level: 1 })).toBeVisible();

  await page.getByRole("button", { name: "Make a link" }).click();
  await expect(page.getByLabel("Recovery link")).toHaveValue(/^http.*recover/);
  await inspect(page, "a recovery link");

  await page.getByRole("combobox", { name: "Role" }).selectOption("helpdesk");
  await page.getByRole("button", { name: "Set role" }).click();
  await expect(page.getByText("Helpdesk", { exact: true }).first()).toBeVisible();

  const about = page.getByRole("navigation", { name: "About Leo Lion" });
  await about.getByRole("link", { name: "Groups" }).click();
  await page.getByRole("combobox", { name: "Group" }).selectOption({ label: "Staff" });
  await page.getByRole("button", { name: "Add to group" }).click();
  await expect(page.getByRole("row", { name: /Staff/ })).toBeVisible();
  await inspect(page, "a person's groups");
  await page.getByRole("button", { name: "Remove from Staff" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Remove" }).click();
  await expect(page.getByText("In no group.")).toBeVisible();

  await about.getByRole("link", { name: "Sessions" }).click();
  await expect(page.getByRole("button", { name: "End all sessions" })).toBeVisible();
  await inspect(page, "a person's sessions");
  await page.getByRole("button", { name: "End all sessions" }).click();
  await expect(page.getByRole("button", { name: "Cancel" })).toBeFocused();
  await inspect(page, "ending all sessions");
  await page.getByRole("alertdialog").getByRole("button", { name: "End all sessions" }).click();
  await expect(page.getByText("Not signed in anywhere.")).toBeVisible();

  await about.getByRole("link", { name: "Passkeys" }).click();
  await expect(page.getByRole("button", { name: /^Revoke / })).toBeVisible();
  await inspect(page, "a person's passkeys");
  await page.getByRole("button", { name: /^Revoke / }).click();
  await page.getByLabel("Why").fill("lost");
  await page.getByRole("alertdialog").getByRole("button", { name: "Revoke" }).click();
  await expect(page.getByText("No passkey works for this account.")).toBeVisible();

  await about.getByRole("link", { name: "Apps" }).click();
  await expect(page.getByText("No app was given anything.")).toBeVisible();

  await about.getByRole("link", { name: "Profile" }).click();
  await page.getByRole("button", { name: "Disable" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Disable" }).click();
  await expect(page.getByText("This account is disabled")).toBeVisible();
  await inspect(page, "a disabled person");

  await page.getByRole("button", { name: "Delete the account" }).click();
  const last = page.getByRole("alertdialog").getByRole("button", { name: "Delete for good" });
  await expect(last).toHaveAttribute("aria-disabled", "true");
  await page.getByLabel("Type leo@example.com to confirm").fill("leo@example.com");
  await inspect(page, "deleting a person");
  await last.click();
  await expect(page).toHaveURL(/\/admin\/users$/);
  await expect(page.getByRole("link", { name: "Leo Lion" })).toHaveCount(0);

  // The last administrator stays.
  await page.goto(`${latchkey.baseUrl}/admin/users?role=admin`);
  await page.getByRole("table").getByRole("link", { name: "Root Example" }).click();
  await page.getByRole("button", { name: "Disable" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Disable" }).click();
  await expect(page.getByRole("alertdialog").getByText("Nobody else could administer")).toBeVisible();
});
