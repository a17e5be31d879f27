/** Whoever manages a group puts people in and takes them out, on a page of their account. */
import { letManageGroups } from "../support/database.ts";
import { inspect } from "../support/inspect.ts";
import { openAccountPage, signUp, uniqueEmail } from "../support/people.ts";
import { press, write } from "../support/press.ts";
import { expect, test } from "../support/test.ts";
import { addVirtualAuthenticator } from "../support/virtual-authenticator.ts";

test("a person manages a group, and nobody else sees that there is one", async ({ page, latchkey }) => {
  const group = `crew-${crypto.randomUUID().slice(0, 8)}`;
  await latchkey.command("group", "add", "--name", group, "--display-name", "Crew");
  await addVirtualAuthenticator(page);
  const email = uniqueEmail("mona");
  await signUp(page, latchkey.baseUrl, { name: "Mona Example", email });
  const navigation = page.getByRole("navigation", { name: "Account" });
  await expect(navigation.getByRole("link", { name: "Groups you manage" })).toHaveCount(0);

  await letManageGroups(latchkey, email);
  await page.reload();
  await openAccountPage(page, "Groups you manage");
  await inspect(page, "groups that somebody manages");
  await press(page.getByRole("main").getByRole("link", { name: "Crew" }).first());
  await expect(page.getByText("Nobody is in it yet.")).toBeVisible();
  const field = page.getByLabel("E-mail address");
  await write(field, "nobody@example.com");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("main").getByRole("alert").filter({ hasText: /./ })).toBeVisible();
  await expect(field).toHaveValue("nobody@example.com");
  await write(field, email);
  await page.keyboard.press("Enter");
  const member = page.getByRole("main").getByRole("listitem").filter({ hasText: "Mona Example" });
  await expect(member).toBeVisible();
  await inspect(page, "a group that somebody manages");
  await press(member.getByRole("button", { name: "Remove Mona Example" }));
  const dialog = page.getByRole("alertdialog", { name: "Remove Mona Example from the group?" });
  await press(dialog.getByRole("button", { name: "Remove", exact: true }));
  await expect(page.getByText("Nobody is in it yet.")).toBeVisible();
});
