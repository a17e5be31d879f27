/** What belongs to a person: a file of all that is known of them, and the end of their account. */
import { readFile } from "node:fs/promises";
import { ageConfirmations, demoteAdministrators, setRole } from "../support/database.ts";
import { inspect } from "../support/inspect.ts";
import { openAccountPage, signUp, uniqueEmail } from "../support/people.ts";
import { press, write } from "../support/press.ts";
import { expect, test } from "../support/test.ts";
import { addVirtualAuthenticator } from "../support/virtual-authenticator.ts";

test.setTimeout(300_000);

test("takes everything along in one file, after a confirmation where that is due", async ({
  page,
  latchkey,
}) => {
  const authenticator = await addVirtualAuthenticator(page);
  const email = uniqueEmail("ana");
  await signUp(page, latchkey.baseUrl, { name: "Ana Example", email });
  await ageConfirmations(latchkey, 11);
  await openAccountPage(page, "Your data");
  await expect(page.getByText("You’ll confirm it’s you with a passkey first.").first()).toBeVisible();
  await inspect(page, "one's data");

  await authenticator.setUserVerified(false);
  await press(page.getByRole("button", { name: "Download your data" }));
  await expect(page.getByRole("alert").filter({ hasText: "No passkey was used" })).toBeVisible();
  await authenticator.setUserVerified(true);

  const downloading = page.waitForEvent("download");
  await press(page.getByRole("button", { name: "Download your data" }));
  const download = await downloading;
  expect(download.suggestedFilename()).toMatch(/^localhost-my-data-\d{4}-\d\d-\d\d\.json$/);
  expect(JSON.parse(await readFile(await download.path(), "utf8"))).toMatchObject({
    format: "latchkey/my-data/1",
    profile: { username: email, displayName: "Ana Example" },
  });
  await expect(page.getByRole("status").filter({ hasText: "The download has begun." })).toBeVisible();
  await inspect(page, "a download that has begun");
});

test("deletes the account: typed, confirmed, gone, and forgotten by the browser", async ({
  page,
  latchkey,
}) => {
  const authenticator = await addVirtualAuthenticator(page);
  const email = uniqueEmail("leo");
  await signUp(page, latchkey.baseUrl, { name: "Leo Example", email });
  await ageConfirmations(latchkey, 11);
  await openAccountPage(page, "Your data");
  await press(page.getByRole("button", { name: "Delete your account…" }));
  const dialog = page.getByRole("alertdialog");
  await expect(dialog.getByRole("button", { name: "Keep the account" })).toBeFocused();
  await inspect(page, "the question before an account is deleted");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("button", { name: "Delete your account…" })).toBeFocused();

  await page.keyboard.press("Enter");
  const field = dialog.getByLabel(`Type your e-mail address, ${email}, to go on`);
  await write(field, "leo@example.org");
  await page.keyboard.press("Enter");
  await expect(field).toBeFocused();
  await expect(field).toHaveAccessibleDescription(`That is not ${email}.`);
  await inspect(page, "another address was typed");

  await authenticator.setUserVerified(false);
  await write(field, email.toUpperCase());
  await page.keyboard.press("Enter");
  await expect(dialog.getByRole("alert").filter({ hasText: "No passkey was used" })).toBeVisible();
  await authenticator.setUserVerified(true);
  expect(await authenticator.credentials()).toHaveLength(1);

  await press(dialog.getByRole("button", { name: "Delete for good" }));
  await expect(dialog.getByRole("heading", { name: "Your account is deleted" })).toBeVisible();
  await inspect(page, "an account that is deleted");
  await expect(async () => expect(await authenticator.credentials()).toHaveLength(0)).toPass();
  await press(dialog.getByRole("button", { name: "Close" }));
  await expect(page.getByRole("heading", { name: "Sign in" })).toBeVisible();
  await page.goto(`${latchkey.baseUrl}/account`);
  await expect(page).toHaveURL(/\/sign-in/);
});

test("keeps the only administrator", async ({ page, latchkey }) => {
  await addVirtualAuthenticator(page);
  const email = uniqueEmail("ada");
  await signUp(page, latchkey.baseUrl, { name: "Ada Example", email });
  await demoteAdministrators(latchkey);
  await setRole(latchkey, email, "admin");
  await openAccountPage(page, "Your data");
  await expect(page.getByText("You’re the only administrator here.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Delete your account…" })).toHaveCount(0);
  await inspect(page, "the only administrator");
  await setRole(latchkey, email, "user");
});
