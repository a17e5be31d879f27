/** Every screen and its states under axe, in both themes, on phone and desktop. */
import { type DemoProcess, startDemo } from "../support/demo-process.ts";
import { inspect } from "../support/inspect.ts";
import { createAccount, openAccountPage, signUp, uniqueEmail } from "../support/people.ts";
import { press } from "../support/press.ts";
import { expect, test } from "../support/test.ts";
import { addVirtualAuthenticator } from "../support/virtual-authenticator.ts";

test.setTimeout(300_000);

test("the pages that anybody can open", async ({ page, latchkey }) => {
  const pages = [
    ["/sign-in", "Sign in"],
    ["/sign-up", "Create your account"],
    ["/set-up?token=spent", "This set-up link doesn’t work"],
    ["/sign-out", "You’re signed out"],
    ["/consent?interaction=unknown", "This request has expired"],
    ["/no/such/page", "Nothing here"],
  ] as const;
  for (const [path, heading] of pages) {
    await page.goto(latchkey.baseUrl + path);
    await expect(page.getByRole("heading", { name: heading, level: 1 })).toBeVisible();
    await inspect(page, path);
  }
});

test("the set-up page", async ({ page, latchkey }) => {
  await page.goto(latchkey.setUpLink ?? "");
  await inspect(page, "set-up");
});

test("a protocol error", async ({ page, latchkey }) => {
  await page.goto(`${latchkey.baseUrl}/oauth/authorize?client_id=unknown&redirect_uri=https://app.example/`);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await inspect(page, "protocol error");
});

test("sign-up with its errors, its success, the account page and its dialog", async ({ page, latchkey }) => {
  await addVirtualAuthenticator(page);
  await page.goto(`${latchkey.baseUrl}/sign-up`);
  await press(page.getByRole("button", { name: "Create your passkey" }));
  await expect(page.getByText("Enter your name.")).toBeVisible();
  await expect(page.getByLabel("Your name")).toBeFocused();
  await inspect(page, "sign-up with errors");
  await createAccount(page, { name: "Ana Example", email: uniqueEmail("ana") });
  await inspect(page, "passkey created");
  await press(page.getByRole("link", { name: "Continue" }));
  await expect(page.getByRole("heading", { name: "Hello, Ana Example" })).toBeVisible();
  await inspect(page, "account");
  await openAccountPage(page, "Passkeys");
  await inspect(page, "passkeys");
  await press(page.getByRole("button", { name: "Add a passkey" }));
  await expect(page.getByRole("dialog")).toBeVisible();
  await inspect(page, "add a passkey");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toBeHidden();
  await expect(page.getByRole("button", { name: "Add a passkey" })).toBeFocused();
  await page.goto(`${latchkey.baseUrl}/sign-out`);
  await inspect(page, "sign out");
});

test("sign-in while it waits, and after it failed", async ({ page, latchkey }) => {
  const authenticator = await addVirtualAuthenticator(page);
  await signUp(page, latchkey.baseUrl, { name: "Ana Example", email: uniqueEmail("ana") });
  await page.context().clearCookies();
  await authenticator.clear();
  await page.goto(`${latchkey.baseUrl}/sign-in`);
  await page.waitForLoadState("networkidle");
  await press(page.getByRole("button", { name: "Sign in with a passkey" }));
  await expect(page.getByRole("alert").filter({ hasText: "No passkey was used" })).toBeVisible();
  await inspect(page, "sign-in failed");
});

test("consent, and sign-in for an app", async ({ page, latchkey }) => {
  const demo: DemoProcess = await startDemo(latchkey);
  await page.goto(`${demo.address}/sign-in`);
  await expect(page.getByRole("heading", { name: "Continue to Demo app" })).toBeVisible();
  await inspect(page, "sign-in for an app");
  await addVirtualAuthenticator(page);
  await signUp(page, latchkey.baseUrl, { name: "Ana Example", email: uniqueEmail("ana") });
  await page.goto(`${demo.address}/sign-in`);
  await expect(page.getByRole("heading", { name: "Allow Demo app?" })).toBeVisible();
  await inspect(page, "consent");
  await demo.stop();
});

test("sign-up with the keyboard alone", async ({ page, latchkey }) => {
  await addVirtualAuthenticator(page);
  await page.goto(`${latchkey.baseUrl}/sign-up`);
  await page.getByLabel("Your name").focus();
  await page.keyboard.type("Kay Example");
  await page.keyboard.press("Tab");
  await page.keyboard.type(uniqueEmail("kay"));
  await page.keyboard.press("Enter");
  const heading = page.getByRole("heading", { name: "Passkey created" });
  await expect(heading).toBeFocused();
  // Past the button that renames it.
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Continue" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Hello, Kay Example" })).toBeVisible();
});
