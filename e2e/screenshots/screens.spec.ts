/** A picture of every screen, as a rowing club would see it: `npm run screenshots`, into `screenshots/`. */
import { globSync } from "node:fs";
import { join as joinPath } from "node:path";
import { expect, test } from "@playwright/test";
import { addVirtualAuthenticator } from "../support/virtual-authenticator.ts";
import { type Club, join, openClub, setUp } from "./club.ts";
import { shoot, shootPage } from "./shoot.ts";

test.describe.configure({ mode: "serial" });

let club: Club;
let administrator: Awaited<ReturnType<import("@playwright/test").BrowserContext["storageState"]>>;
test.beforeAll(async () => {
  test.setTimeout(240_000);
  club = await openClub();
});
test.afterAll(() => club.close());

test("before anybody is signed in", async ({ page }) => {
  const { latchkey, at, request } = club;
  const pages: Readonly<Record<string, string>> = {
    "set-up": latchkey.setUpLink ?? "",
    "set-up-spent": at("/set-up?token=spent"),
    "sign-in": at("/sign-in"),
    "sign-in-for-app": request("logbook"),
    "sign-in-expired": at("/sign-in?interaction=unknown"),
    "sign-in-disabled": at("/sign-in/disabled"),
    "sign-up": at("/sign-up"),
    "sign-up-invitation-spent": at("/sign-up?invitation=unknown"),
    "recovery-code": at("/sign-in/recovery-code"),
    "email-link": at("/sign-in/email"),
    "email-link-sent": at("/sign-in/email?sent=1"),
    "link-spent": at("/sign-in/recovery-link?token=spent"),
    "device-sign-in": at("/sign-in/device"),
    "device-sign-in-refused": at("/sign-in/device?result=refused"),
    "consent-expired": at("/consent?interaction=unknown"),
    "protocol-error": at("/oauth/authorize?client_id=unknown"),
    "not-found": at("/no/such/page"),
  };
  for (const [name, address] of Object.entries(pages)) await shootPage(page, address, name);
  await page.goto(at("/sign-in"));
  await page.waitForLoadState("networkidle");
  await addVirtualAuthenticator(page);
  await page.getByRole("button", { name: "Sign in with a passkey" }).click();
  await expect(page.getByRole("main").getByRole("alert").filter({ hasText: "No passkey" })).toBeVisible();
  await shoot(page, "sign-in-failed");
  await page.goto(at("/sign-up"));
  await page.getByRole("button", { name: "Create your passkey" }).click();
  await shoot(page, "sign-up-errors");
  await page.goto(at("/sign-in/device"));
  await page.getByRole("button", { name: "Show the code" }).click();
  await expect(page.getByRole("img", { name: /^QR code/ })).toBeVisible();
  await shoot(page, "device-sign-in-waiting");
});

test("the account", async ({ page }) => {
  const { at } = club;
  await addVirtualAuthenticator(page);
  await setUp(page, club);
  await shoot(page, "passkey-created");
  administrator = await page.context().storageState();
  for (const name of [
    "",
    "/apps",
    "/passkeys",
    "/recovery-codes",
    "/sessions",
    "/activity",
    "/profile",
    "/data",
  ])
    await shootPage(page, at(`/account${name}`), `account${name.replace("/", "-")}`);
  await page.goto(at("/account/passkeys"));
  await page.getByRole("button", { name: "Add a passkey" }).click();
  await shoot(page, "account-passkeys-add");
  await page.goto(at("/account/recovery-codes"));
  await page.getByRole("button", { name: "Make recovery codes" }).click();
  await expect(page.getByRole("heading", { name: "Your new recovery codes" })).toBeVisible();
  await shoot(page, "recovery-codes-made");
  await shootPage(page, at("/approve"), "approve-code");
  await shootPage(page, at("/sign-in/this-device"), "this-device");
  await shootPage(page, at("/sign-out"), "sign-out");
});

test("apps, and a second person in the same browser", async ({ page, browser }) => {
  const { latchkey, at, request } = club;
  await addVirtualAuthenticator(page);
  await join(page, club, "Ben Okoro", "ben@example.com");
  await shootPage(page, request("logbook"), "consent");
  await page.goto(request("photos"));
  await page.getByRole("button", { name: "Allow", exact: true }).click();
  await page.waitForURL(/localhost:9|chrome-error/).catch(() => {});
  await shootPage(page, at("/account/apps"), "account-apps-used");
  await join(page, club, "Noor van Dijk", "noor@example.com");
  await shootPage(page, request("logbook", { prompt: "select_account" }), "account-chooser");
  await shootPage(page, at("/sign-out"), "sign-out-two");
  await shootPage(page, request("logbook", { prompt: "login" }), "sign-in-again");

  const answer = await fetch(at("/oauth/device"), {
    method: "POST",
    body: new URLSearchParams({ client_id: "boat-display", scope: "openid profile" }),
  });
  const { user_code: code } = (await answer.json()) as { user_code: string };
  await shootPage(page, at("/device"), "device-code");
  await page.goto(at(`/device?user_code=${code}`));
  await page.getByRole("button", { name: "Continue" }).click();
  await expect(page.getByRole("button", { name: /allow/i }).first()).toBeVisible();
  await shoot(page, "device-question");

  const other = await browser.newPage();
  await other.goto(at("/sign-in/device"));
  await other.getByRole("button", { name: "Show the code" }).click();
  const label = await other.getByRole("img", { name: /^QR code/ }).getAttribute("aria-label");
  const approval = label?.replace("QR code that opens ", "") ?? "";
  await shootPage(page, approval, "approve");
  const confirm = page.getByRole("button", { name: "Confirm with a passkey" });
  if (await confirm.isVisible()) {
    await confirm.click();
    await expect(page.getByRole("button", { name: "Approve" })).toBeVisible();
    await shoot(page, "approve-question");
  }
  await page.getByRole("button", { name: "Approve" }).click();
  await shoot(page, "approved");
  await other.waitForURL(/recovered/);
  await shootPage(other, at("/sign-in/recovered"), "recovered-by-device");
  await other.close();

  const made = await latchkey.command("admin-link", "--user", "noor@example.com", "--json");
  const lost = await browser.newPage();
  await shootPage(lost, (JSON.parse(made) as { link: string }).link, "link-question");
  await lost.locator("main button[type=submit]").first().click();
  await lost.waitForURL(/recovered/);
  await addVirtualAuthenticator(lost);
  await lost.getByRole("button", { name: "Add a passkey" }).click();
  await expect(lost.getByText("Did you lose a device?")).toBeVisible();
  await shoot(lost, "recovered-settled");
  await lost.close();
});

test("the administration", async ({ browser }) => {
  const app = joinPath(import.meta.dirname, "../../app");
  const routes = globSync("(admin)/admin/**/page.tsx", { cwd: app }).map((file) =>
    `/${file.replace(/\([^)]+\)\//g, "")}`.replace(/\/page\.tsx$/, ""),
  );
  const context = await browser.newContext({
    storageState: administrator,
    viewport: { width: 1280, height: 800 },
  });
  const page = await context.newPage();
  const waiting = routes.filter((route) => !route.includes("["));
  const seen = new Set<string>();
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    const { pathname } = new URL(path, club.at("/"));
    const route = routes.find((one) => new RegExp(`^${one.replace(/\[[^\]]+\]/g, "[^/]+")}$`).test(pathname));
    if (!route || seen.has(route)) continue;
    seen.add(route);
    await shootPage(
      page,
      club.at(path),
      route
        .slice(1)
        .replaceAll(/[/[\]]+/g, "-")
        .replace(/-$/, ""),
    );
    waiting.push(
      ...(await page
        .locator("a[href^='/admin']")
        .evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? ""))),
    );
  }
  await context.close();
});
