/** A picture of every page of the account, its dialogs, and of the ways back into it, into `screenshots/`. */
import { type Browser, expect, test } from "@playwright/test";
import { linkIn } from "../support/mailbox.ts";
import { addVirtualAuthenticator } from "../support/virtual-authenticator.ts";
import { allow, type Club, fill, openClub, setUp, signUp } from "./club.ts";
import { shoot, shootPage } from "./shoot.ts";

test.describe.configure({ mode: "serial" });

let club: Club;
test.beforeAll(async ({ browser }) => {
  test.setTimeout(300_000);
  club = await openClub();
  await fill(browser, club);
});
test.afterAll(() => club.close());

test("the account of somebody who has just begun", async ({ page }) => {
  const { at } = club;
  await addVirtualAuthenticator(page);
  await signUp(page, club, "Ida Lund", "ida@example.com");
  await shoot(page, "passkey-created");
  for (const name of ["", "/apps", "/passkeys", "/recovery-codes", "/profile"])
    await shootPage(page, at(`/account${name}`), `new-account${name.replace("/", "-")}`);
  await page.getByRole("button", { name: "Send a confirmation link" }).click();
  await expect(page.getByText("Sent. Look into your mailbox.")).toBeVisible();
  const mail = await club.mailbox.waitFor("ida@example.com", "Confirm your e-mail address");
  const link = linkIn(mail, "/account/confirm-email");
  await shootPage(page, link, "confirm-email");
  await page.getByRole("button", { name: "Confirm" }).click();
  await expect(page.getByRole("heading", { name: "is confirmed" })).toBeVisible();
  await shoot(page, "confirm-email-done");
  await shootPage(page, link, "confirm-email-spent");
  await page.goto(at("/account/data"));
  await page.getByRole("button", { name: "Delete your account" }).click();
  await shoot(page, "delete-account");
});

test("the account of somebody who uses it", async ({ page, browser }) => {
  const { at } = club;
  await setUp(page, club);
  for (const app of ["logbook", "photos"]) await allow(page, club, app);
  await page.goto(at("/account/passkeys"));
  await addVirtualAuthenticator(page, { transport: "usb", backedUp: false });
  await page.getByRole("button", { name: "Add a passkey" }).click();
  await shoot(page, "add-passkey");
  await page.getByRole("button", { name: "Create the passkey" }).click();
  await expect(page.getByRole("heading", { name: "Passkey added" })).toBeVisible();
  await shoot(page, "add-passkey-done");
  await page.getByRole("button", { name: "Done" }).click();
  await page
    .getByRole("button", { name: /^Rename/ })
    .first()
    .click();
  await shoot(page, "rename-passkey");
  await page.keyboard.press("Escape");
  await page
    .getByRole("button", { name: /^Remove/ })
    .first()
    .click();
  await shoot(page, "remove-passkey");
  await page.goto(at("/account/recovery-codes"));
  await page.getByRole("button", { name: "Make recovery codes" }).click();
  await expect(page.getByRole("heading", { name: "Your new recovery codes" })).toBeVisible();
  await shoot(page, "recovery-codes-made");
  await signInElsewhere(browser);
  for (const name of [
    "",
    "/apps",
    "/passkeys",
    "/recovery-codes",
    "/sessions",
    "/activity",
    "/profile",
    "/data",
    "/groups",
  ])
    await shootPage(page, at(`/account${name}`), `account${name.replace("/", "-")}`);
  await page.getByRole("link", { name: "Crew" }).click();
  await shootPage(page, page.url(), "account-group");
  await shootPage(page, at("/approve"), "approve-code");
  await shootPage(page, at("/sign-in/this-device"), "this-device");
  await shootPage(page, at("/sign-out"), "sign-out");
});

/** So that there is another session to be seen: by a recovery link, in a browser on a phone. */
async function signInElsewhere(browser: Browser): Promise<void> {
  const made = await club.latchkey.command("admin-link", "--user", "ana@example.com", "--json");
  const context = await browser.newContext({
    userAgent:
      "Mozilla/5.0 (Linux; Android 16; Pixel 10) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Mobile Safari/537.36",
  });
  const page = await context.newPage();
  await page.goto((JSON.parse(made) as { link: string }).link);
  await page.locator("main button[type=submit]").first().click();
  await page.waitForURL(/recovered/);
  await context.close();
}

test("a way back in", async ({ browser }) => {
  const made = await club.latchkey.command("recovery-link", "--user", "noor@example.com");
  const page = await browser.newPage();
  await shootPage(page, made.trim(), "recovery-link");
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL(/recovered/);
  await shootPage(page, page.url(), "recovered");
  await shootPage(page, club.at("/account"), "account-recovered");
  await addVirtualAuthenticator(page);
  await page.goto(club.at("/sign-in/recovered"));
  await page.getByRole("button", { name: "Add a passkey" }).click();
  await expect(page.getByText("Did you lose a device?")).toBeVisible();
  await shoot(page, "recovered-settled");
  await page.context().close();
});
