/** The list of people, as an administrator meets it. */
import { inspect } from "../support/inspect.ts";
import { type LatchkeyProcess, startLatchkey } from "../support/latchkey-process.ts";
import { createAccount } from "../support/people.ts";
import { expect, test } from "../support/test.ts";
import { addVirtualAuthenticator } from "../support/virtual-authenticator.ts";

test.setTimeout(120_000);

let latchkey: LatchkeyProcess;
test.beforeAll(async () => {
  test.setTimeout(240_000);
  latchkey = await startLatchkey();
});
test.afterAll(() => latchkey.stop());

test("an administrator finds people; to everybody else there is nothing", async ({ page, browser }) => {
  await addVirtualAuthenticator(page);
  await page.goto(latchkey.setUpLink ?? "");
  await createAccount(page, { name: "Root Example", email: "root@example.com" }, "Create the first passkey");

  const other = await browser.newPage();
  await addVirtualAuthenticator(other);
  await other.goto(`${latchkey.baseUrl}/sign-up`);
  await createAccount(other, { name: "Leo Example", email: "leo@example.com" });
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
});
