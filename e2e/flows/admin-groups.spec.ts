/** Groups and invitations, as an administrator meets them. */

import { click } from "../support/alive.ts";
import { inspect } from "../support/inspect.ts";
import { type LatchkeyProcess, startLatchkey } from "../support/latchkey-process.ts";
import { setUpAdministrator } from "../support/people.ts";
import { expect, test } from "../support/test.ts";
import { addVirtualAuthenticator } from "../support/virtual-authenticator.ts";

test.setTimeout(300_000);

let latchkey: LatchkeyProcess;
test.beforeAll(async () => {
  test.setTimeout(300_000);
  latchkey = await startLatchkey({ variables: { SIGN_UP: "invite" } });
});
test.afterAll(() => latchkey.stop());

test("an administrator makes a group, invites somebody into it, and ends both", async ({ page, browser }) => {
  await setUpAdministrator(page, latchkey);

  await page.goto(`${latchkey.baseUrl}/admin/groups`);
  await expect(page.getByText("There are no groups yet.")).toBeVisible();
  await page.getByLabel("Name").fill("Staff!");
  await page.getByLabel("Shown as").fill("Our staff");
  await click(page.getByRole("button", { name: "Make a group" }));
  await expect(page.getByRole("alert").filter({ hasText: "Name: Use 1 to 64 letters" })).toBeVisible();
  await expect(page.getByLabel("Name")).toBeFocused();
  await expect(page.getByLabel("Shown as")).toHaveValue("Our staff");
  await page.getByLabel("Name").fill("Staff");
  await click(page.getByRole("button", { name: "Make a group" }));
  await expect(page.getByRole("link", { name: "Our staff" })).toBeVisible();
  await inspect(page, "groups");

  await click(page.getByRole("link", { name: "Invitations" }).first());
  await page.getByLabel("E-mail address").fill("leo@example.com");
  await page.getByLabel("Our staff").check();
  await click(page.getByRole("button", { name: "Invite" }));
  const link = await page.getByLabel("Invitation link").inputValue();
  await expect(page.getByRole("row", { name: /leo@example.com/ })).toContainText("staff");
  await inspect(page, "an invitation made");

  const other = await browser.newPage();
  await addVirtualAuthenticator(other);
  await other.goto(link);
  await other.getByLabel("Your name").fill("Leo Example");
  await click(other.getByRole("button", { name: "Create your passkey" }));
  await expect(other.getByRole("heading", { name: "Passkey created" })).toBeVisible();

  await click(page.getByRole("button", { name: "Invite" }));
  await click(page.getByRole("button", { name: "Take back the invitation for Anybody" }));
  await expect(page.getByRole("alertdialog")).toBeVisible();
  await inspect(page, "taking an invitation back");
  await click(page.getByRole("alertdialog").getByRole("button", { name: "Take back" }));
  await expect(page.getByText("Taken back")).toBeVisible();

  await page.goto(`${latchkey.baseUrl}/admin/groups`);
  await click(page.getByRole("link", { name: "Our staff" }));
  await expect(page.getByRole("row", { name: /Leo Example/ })).toBeVisible();
  await page.getByRole("region", { name: "Members" }).getByLabel("E-mail address").fill("nobody@example.com");
  await click(page.getByRole("button", { name: "Add a person" }));
  await expect(page.getByRole("alert").filter({ hasText: "There is no such person here." })).toBeVisible();
  await page.getByRole("textbox", { name: "Claim" }).fill("floor");
  await page.getByRole("textbox", { name: "Value" }).fill("5");
  await click(page.getByRole("button", { name: "Set the claim" }));
  await expect(page.getByRole("row", { name: /floor 5/ })).toBeVisible();
  await inspect(page, "a group");
  await click(page.getByRole("button", { name: "Remove floor" }));
  await expect(page.getByText("No claims.")).toBeVisible();
  await expect(page.getByRole("textbox", { name: "Claim" })).toBeFocused();
  await page.getByLabel("Shown as").fill("The staff");
  await click(page.getByRole("button", { name: "Save" }));
  await expect(page.getByRole("heading", { name: "The staff", level: 1 })).toBeVisible();

  await page.getByRole("region", { name: "Managers" }).getByLabel("E-mail address").fill("leo@example.com");
  await click(page.getByRole("button", { name: "Let them manage" }));
  await expect(page.getByRole("button", { name: "Let Leo Example manage it no more" })).toBeVisible();
  await other.goto(`${latchkey.baseUrl}/account/groups`);
  await expect(other.getByRole("link", { name: "The staff" })).toBeVisible();
  await other.close();
  await click(page.getByRole("button", { name: "Let Leo Example manage it no more" }));
  await click(page.getByRole("alertdialog").getByRole("button", { name: "Take it away" }));
  await expect(page.getByText("Only administrators change who is in it.")).toBeVisible();
  await click(page.getByRole("button", { name: "Remove Leo Example" }));
  await click(page.getByRole("alertdialog").getByRole("button", { name: "Remove" }));
  await expect(page.getByText("Nobody is in this group yet.")).toBeVisible();
  await page.getByRole("region", { name: "Members" }).getByLabel("E-mail address").fill("root@example.com");
  await click(page.getByRole("button", { name: "Add a person" }));
  await expect(page.getByRole("row", { name: /Root Example/ })).toBeVisible();
  await click(page.getByRole("button", { name: "Delete the group" }));
  await page.getByLabel("Type staff to confirm").fill("staff");
  await click(page.getByRole("alertdialog").getByRole("button", { name: "Delete the group" }));
  await expect(page.getByText("There are no groups yet.")).toBeVisible();
});
