/** A picture of every screen between an app and an account, and of several accounts in one browser, into `screenshots/`. */
import { expect, test } from "@playwright/test";
import { addVirtualAuthenticator } from "../support/virtual-authenticator.ts";
import { type Club, openClub, signUp } from "./club.ts";
import { shoot, shootPage } from "./shoot.ts";

let club: Club;
test.beforeAll(async () => {
  test.setTimeout(240_000);
  club = await openClub();
});
test.afterAll(() => club.close());

test("apps, and a second person in the same browser", async ({ page }) => {
  const { at, request } = club;
  const authenticator = await addVirtualAuthenticator(page);
  await signUp(page, club, "Ben Okoro", "ben@example.com");
  await shootPage(
    page,
    request("logbook", { scope: "openid profile email groups offline_access" }),
    "consent",
  );
  await shootPage(page, request("minutes"), "no-access");
  await signUp(page, club, "Noor van Dijk", "noor@example.com");
  await shootPage(page, request("logbook", { prompt: "select_account" }), "account-chooser");
  await shootPage(page, at("/sign-out"), "sign-out-two");
  await authenticator.setPresence(false);
  await shootPage(page, request("logbook", { prompt: "login" }), "sign-in-again");
  for (let accounts = 2; accounts > 0; accounts -= 1) {
    await page.goto(at("/sign-out"));
    await page.getByRole("button", { name: "Sign out", exact: true }).click();
    await expect(page.getByRole("heading", { name: "You’re signed out" })).toBeVisible();
  }
  await shootPage(page, at("/sign-in"), "sign-in-known");
});

test("a device, and a browser without a passkey", async ({ page, browser }) => {
  const { at } = club;
  await addVirtualAuthenticator(page);
  await signUp(page, club, "Chloé Martin", "chloe@example.com");
  const answer = await fetch(at("/oauth/device"), {
    method: "POST",
    body: new URLSearchParams({ client_id: "boat-display", scope: "openid profile" }),
  });
  const { user_code: code } = (await answer.json()) as { user_code: string };
  await shootPage(page, at("/device"), "device-code");
  await page.goto(at(`/device?user_code=${code}`));
  await page.getByRole("button", { name: "Continue" }).click();
  await expect(page.getByRole("button", { name: /allow/i }).first()).toBeVisible();
  await shootPage(page, page.url(), "device-question");
  await page.getByRole("button", { name: /allow/i }).first().click();
  await expect(page.getByRole("heading", { name: "Your device is connected" })).toBeVisible();
  await shoot(page, "device-done");

  const other = await browser.newPage();
  await other.goto(at("/sign-in/device"));
  await other.getByRole("button", { name: "Show the code" }).click();
  const label = await other.getByRole("img", { name: /^QR code/ }).getAttribute("aria-label");
  const approval = label?.replace("QR code that opens ", "") ?? "";
  await shootPage(page, approval, "approve-confirm");
  await page.getByRole("button", { name: "Confirm with a passkey" }).click();
  await expect(page.getByRole("button", { name: "Approve" })).toBeVisible();
  await shootPage(page, approval, "approve");
  await page.getByRole("button", { name: "Approve" }).click();
  await expect(page.getByRole("heading", { name: "The browser is let in" })).toBeVisible();
  await shoot(page, "approved");
  await other.context().close();
});
