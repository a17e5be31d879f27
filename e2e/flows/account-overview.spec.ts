/** The first page of the account: where to go on, and what wants attention. */
import { withDatabase } from "../support/database.ts";
import { inspect } from "../support/inspect.ts";
import { openAccountPage, signUp, uniqueEmail } from "../support/people.ts";
import { press } from "../support/press.ts";
import { expect, test } from "../support/test.ts";
import { addVirtualAuthenticator } from "../support/virtual-authenticator.ts";

test.setTimeout(300_000);

test("a new account is told what it lacks, and offered the apps of the house", async ({ page, latchkey }) => {
  await latchkey.command(
    "client",
    "add",
    "--name",
    "Wiki of the club",
    "--redirect-uri",
    "https://wiki.example/callback",
  );
  await withDatabase(
    latchkey,
    (sql) => sql`update clients set client_uri = 'https://wiki.example/' where name = 'Wiki of the club'`,
  );
  await addVirtualAuthenticator(page);
  await signUp(page, latchkey.baseUrl, { name: "Ana Example", email: uniqueEmail("ana") });
  const advice = page.getByRole("region", { name: "For your security" });
  await expect(advice.getByRole("listitem").locator("p:first-child")).toHaveText([
    "Add a second passkey",
    "Make recovery codes",
  ]);
  const tile = page
    .getByRole("region", { name: "Your apps" })
    .getByRole("link", { name: /Wiki of the club/ });
  await expect(tile).toHaveAttribute("href", "https://wiki.example/");
  const signIns = page.getByRole("region", { name: "Recent sign-ins" });
  await expect(signIns).toContainText("Signed in with Chrome on Linux.");
  await expect(signIns).toContainText("127.0.0.1");
  await inspect(page, "a new account");
  await press(advice.getByRole("link", { name: "Add a passkey" }));
  await expect(page.getByRole("heading", { name: "Passkeys", level: 1 })).toBeVisible();
});

test("a passkey that may have been copied is pointed out, and what that means", async ({
  page,
  latchkey,
}) => {
  await addVirtualAuthenticator(page);
  const email = uniqueEmail("leo");
  await signUp(page, latchkey.baseUrl, { name: "Leo Example", email });
  await withDatabase(
    latchkey,
    (sql) => sql`
      update credentials set clone_suspected_at = now(), name = 'Blue key', aaguid = 'ee882879-721c-4913-9775-3dfcce97072a',
        last_used_at = now(), last_used_ip = '203.0.113.7', last_used_user_agent = 'Firefox/150 Windows'
      where user_id = (select id from users where username = ${email})`,
  );
  await page.reload();
  const advice = page.getByRole("region", { name: "For your security" });
  await expect(advice.getByText("Look at Blue key")).toBeVisible();
  await press(advice.getByRole("link", { name: "See your passkeys" }));
  const passkey = page.getByRole("main").getByRole("listitem").filter({ hasText: "Blue key" });
  await expect(passkey).toContainText("This passkey may have been copied");
  await expect(passkey).toContainText("YubiKey 5");
  await expect(passkey).toContainText(/Last used .* · Firefox on Windows · 203\.0\.113\.7/);
  await inspect(page, "a passkey that may have been copied");
});

test("the navigation folds on a phone, without JavaScript too", async ({ browser, page, latchkey }) => {
  await addVirtualAuthenticator(page);
  await signUp(page, latchkey.baseUrl, { name: "Kim Example", email: uniqueEmail("kim") });
  await openAccountPage(page, "Sessions");
  const current = page.getByRole("navigation", { name: "Account" }).locator("[aria-current=page]");
  await expect(current).toHaveText("Sessions");
  const context = await browser.newContext({
    javaScriptEnabled: false,
    viewport: { width: 320, height: 640 },
    storageState: await page.context().storageState(),
  });
  const plain = await context.newPage();
  await plain.goto(`${latchkey.baseUrl}/account/sessions`);
  const menu = plain.getByRole("navigation", { name: "Account" });
  await expect(menu.getByRole("link", { name: "Passkeys" })).toBeHidden();
  await press(menu.locator("summary"));
  await press(menu.getByRole("link", { name: "Passkeys" }));
  await expect(plain.getByRole("heading", { name: "Passkeys", level: 1 })).toBeVisible();
  await expect(menu.locator("summary")).toContainText("Passkeys");
  await context.close();
});
