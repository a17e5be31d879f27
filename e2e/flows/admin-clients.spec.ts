/** The apps, as an administrator adds and minds them. */
import { inspect } from "../support/inspect.ts";
import { type LatchkeyProcess, startLatchkey } from "../support/latchkey-process.ts";
import { createAccount } from "../support/people.ts";
import { expect, test } from "../support/test.ts";
import { addVirtualAuthenticator } from "../support/virtual-authenticator.ts";

test.setTimeout(180_000);

let latchkey: LatchkeyProcess;
test.beforeAll(async () => {
  test.setTimeout(240_000);
  latchkey = await startLatchkey();
});
test.afterAll(() => latchkey.stop());

test("an administrator sees the apps; to everybody else there is nothing", async ({ page, browser }) => {
  await addVirtualAuthenticator(page);
  await page.goto(latchkey.setUpLink ?? "");
  await createAccount(page, { name: "Root Example", email: "root@example.com" }, "Create the first passkey");

  const other = await browser.newPage();
  await addVirtualAuthenticator(other);
  await other.goto(`${latchkey.baseUrl}/sign-up`);
  await createAccount(other, { name: "Leo Example", email: "leo@example.com" });
  expect((await other.goto(`${latchkey.baseUrl}/admin/clients`))?.status()).toBe(404);
  await other.close();

  await page.goto(`${latchkey.baseUrl}/admin/clients`);
  await expect(page.getByText("No apps yet")).toBeVisible();
  await inspect(page, "no apps");
});
