/** A picture of every screen that somebody meets before they are signed in, into `screenshots/`. */
import { expect, test } from "@playwright/test";
import { addVirtualAuthenticator } from "../support/virtual-authenticator.ts";
import { type Club, openClub } from "./club.ts";
import { shoot, shootPage } from "./shoot.ts";

let club: Club;
test.beforeAll(async () => {
  test.setTimeout(240_000);
  club = await openClub();
});
test.afterAll(() => club.close());

test("pages that an address leads to", async ({ page }) => {
  const { latchkey, at, request } = club;
  const pages: Readonly<Record<string, string>> = {
    "set-up": latchkey.setUpLink ?? "",
    "set-up-spent": at("/set-up?token=spent"),
    "sign-in": at("/sign-in"),
    "sign-in-for-app": request("logbook"),
    "sign-in-expired": at("/sign-in?interaction=unknown"),
    "sign-in-wrong-address": at("/sign-in").replace("localhost", "127.0.0.1"),
    "sign-in-disabled": at("/sign-in/disabled"),
    "sign-up": at("/sign-up"),
    "sign-up-invitation-spent": at("/sign-up?invitation=unknown"),
    "recovery-code": at("/sign-in/recovery-code"),
    "recovery-code-limit": at("/sign-in/recovery-code?problem=limit&wait=840"),
    "email-link": at("/sign-in/email"),
    "email-link-sent": at("/sign-in/email?sent=1"),
    "email-link-elsewhere": at(`/sign-in/email-link?token=${"a".repeat(43)}`),
    "link-spent": at("/sign-in/recovery-link?token=spent"),
    "device-sign-in": at("/sign-in/device"),
    "device-sign-in-refused": at("/sign-in/device?result=refused"),
    "consent-expired": at("/consent?interaction=unknown"),
    "signed-out": at("/sign-out"),
    "protocol-error": at("/oauth/authorize?client_id=unknown"),
    "not-found": at("/no/such/page"),
  };
  for (const [name, address] of Object.entries(pages)) await shootPage(page, address, name);
});

test("states that a press brings about", async ({ page }) => {
  const { at } = club;
  await page.goto(at("/sign-in"));
  await page.waitForLoadState("networkidle");
  await addVirtualAuthenticator(page);
  await page.getByRole("button", { name: "Sign in with a passkey" }).click();
  await expect(page.getByRole("main").getByRole("alert").filter({ hasText: "No passkey" })).toBeVisible();
  await shoot(page, "sign-in-failed");
  await page.getByRole("button", { name: "English" }).click();
  await shoot(page, "languages");
  await page.goto(at("/sign-up"));
  await page.getByRole("button", { name: "Create your passkey" }).click();
  await shoot(page, "sign-up-errors");
  await page.goto(at("/sign-in/device"));
  await page.getByRole("button", { name: "Show the code" }).click();
  await expect(page.getByRole("img", { name: /^QR code/ })).toBeVisible();
  await shootPage(page, page.url(), "device-sign-in-waiting");
});
