/** Where a person is signed in: seeing it, and signing other browsers out. */
import type { Browser, BrowserContext, Page } from "@playwright/test";
import { withDatabase } from "../support/database.ts";
import { inspect } from "../support/inspect.ts";
import type { LatchkeyProcess } from "../support/latchkey-process.ts";
import { openAccountPage, signUp, uniqueEmail } from "../support/people.ts";
import { press } from "../support/press.ts";
import { expect, test } from "../support/test.ts";
import { addVirtualAuthenticator, type VirtualAuthenticator } from "../support/virtual-authenticator.ts";

test.setTimeout(300_000);

const firefox = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:150.0) Gecko/20100101 Firefox/150.0";
const safari = "Mozilla/5.0 (iPhone; CPU iPhone OS 26_0 like Mac OS X) Version/26.0 Mobile Safari/604";

/** Another browser in which the person signs in with a copy of the passkey, as a synced one would be there. */
async function signInElsewhere(
  browser: Browser,
  latchkey: LatchkeyProcess,
  { authenticator, userAgent }: { authenticator: VirtualAuthenticator; userAgent: string },
): Promise<{ context: BrowserContext; page: Page }> {
  const context = await browser.newContext({ userAgent });
  const page = await context.newPage();
  const copy = await addVirtualAuthenticator(page);
  for (const credential of await authenticator.credentials()) await copy.addCredential(credential);
  await page.goto(`${latchkey.baseUrl}/sign-in`);
  await expect(page.getByRole("heading", { name: /^Hello/ })).toBeVisible();
  return { context, page };
}

const row = (page: Page, text: string) =>
  page.getByRole("main").getByRole("listitem").filter({ hasText: text });

test("signs another browser out, with the keyboard alone", async ({ browser, page, latchkey }) => {
  const authenticator = await addVirtualAuthenticator(page);
  await signUp(page, latchkey.baseUrl, { name: "Ana Example", email: uniqueEmail("ana") });
  await openAccountPage(page, "Sessions");
  await expect(page.getByText("You’re signed in nowhere else.")).toBeVisible();
  const other = await signInElsewhere(browser, latchkey, { authenticator, userAgent: firefox });

  await page.reload();
  const here = row(page, "This browser");
  await expect(here).toContainText("Chrome on Linux");
  await expect(here).toContainText("Local network");
  await expect(here.getByRole("link", { name: "Sign out" })).toBeVisible();
  await expect(row(page, "Firefox on Windows")).toContainText("Last active");
  await inspect(page, "two sessions");

  const button = page.getByRole("button", { name: "Sign out Firefox on Windows" });
  await press(button);
  const dialog = page.getByRole("alertdialog", { name: "Sign out Firefox on Windows?" });
  await expect(dialog.getByRole("button", { name: "Keep it" })).toBeFocused();
  await inspect(page, "asking before a sign-out");
  await page.keyboard.press("Escape");
  await expect(button).toBeFocused();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("status").filter({ hasText: "That browser is signed out." })).toBeVisible();
  await expect(page.getByText("That browser is signed out.")).toBeFocused();
  await expect(row(page, "Firefox on Windows")).toHaveCount(0);
  await inspect(page, "after a sign-out");

  await other.page.reload();
  await expect(other.page.getByRole("heading", { name: "Sign in", level: 1 })).toBeVisible();
  await other.context.close();
});

test("signs everything else out without JavaScript", async ({ browser, page, latchkey }) => {
  const authenticator = await addVirtualAuthenticator(page);
  await signUp(page, latchkey.baseUrl, { name: "Kim Example", email: uniqueEmail("kim") });
  const others = [
    await signInElsewhere(browser, latchkey, { authenticator, userAgent: firefox }),
    await signInElsewhere(browser, latchkey, { authenticator, userAgent: safari }),
    await signInElsewhere(browser, latchkey, { authenticator, userAgent: safari }),
  ];
  const plain = await browser.newContext({
    javaScriptEnabled: false,
    storageState: await page.context().storageState(),
  });
  const form = await plain.newPage();
  await form.goto(`${latchkey.baseUrl}/account/sessions`);
  await press(form.getByRole("button", { name: "Sign out Firefox on Windows" }));
  await expect(form.getByText("That browser is signed out.")).toBeVisible();
  await expect(row(form, "Safari on iPhone")).toHaveCount(2);
  await press(form.getByRole("button", { name: "Sign out everywhere else" }));
  await expect(form.getByText("You are signed out everywhere else.")).toBeVisible();
  await expect(form.getByText("You’re signed in nowhere else.")).toBeVisible();
  for (const other of others) {
    await other.page.reload();
    await expect(other.page.getByRole("heading", { name: "Sign in", level: 1 })).toBeVisible();
    await other.context.close();
  }
  await page.reload();
  await expect(page.getByRole("heading", { name: "Hello, Kim Example" })).toBeVisible();
  await plain.close();
});

test("says that another person’s session is none of one’s own, and leaves it alone", async ({
  browser,
  page,
  latchkey,
}) => {
  const authenticator = await addVirtualAuthenticator(page);
  await signUp(page, latchkey.baseUrl, { name: "Eve Example", email: uniqueEmail("eve") });
  const own = await signInElsewhere(browser, latchkey, { authenticator, userAgent: firefox });
  const victim = await browser.newContext();
  const theirs = await victim.newPage();
  await addVirtualAuthenticator(theirs);
  const email = uniqueEmail("vic");
  await signUp(theirs, latchkey.baseUrl, { name: "Vic Example", email });
  const foreignId = await withDatabase(latchkey, async (sql) => {
    const [found] = await sql`
      select sessions.id from sessions join users on users.id = sessions.user_id where users.username = ${email}`;
    return String(found?.id);
  });

  await openAccountPage(page, "Sessions");
  await press(page.getByRole("button", { name: "Sign out Firefox on Windows" }));
  await page.locator("input[name=id]").evaluate((field: HTMLInputElement, id) => {
    field.value = id;
  }, foreignId);
  await press(page.getByRole("alertdialog").getByRole("button", { name: "Sign out" }));
  await expect(page.getByRole("alert").filter({ hasText: "There is no such session" })).toBeVisible();
  await inspect(page, "a refused sign-out");
  await theirs.reload();
  await expect(theirs.getByRole("heading", { name: "Hello, Vic Example" })).toBeVisible();
  await victim.close();
  await own.context.close();
});
