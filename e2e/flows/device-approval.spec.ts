/** A browser that has no passkey is let in from one that has: by QR code, by a typed code, without JavaScript, or not. */
import type { Browser, Page } from "@playwright/test";
import { ageApprovals, ageConfirmations, moveWaitingBrowsers, setRole } from "../support/database.ts";
import { inspect } from "../support/inspect.ts";
import type { LatchkeyProcess } from "../support/latchkey-process.ts";
import { signUp, uniqueEmail } from "../support/people.ts";
import { press } from "../support/press.ts";
import { expect, test, watch } from "../support/test.ts";
import { addVirtualAuthenticator } from "../support/virtual-authenticator.ts";

test.setTimeout(300_000);

/** Another browser, without any passkey, on the page that shows the code. */
async function beginWaiting(browser: Browser, { baseUrl }: LatchkeyProcess, javaScriptEnabled = true) {
  const context = await browser.newContext({ javaScriptEnabled });
  const page = await context.newPage();
  const problems = watch(page);
  await page.goto(`${baseUrl}/sign-in/device`);
  await press(page.getByRole("button", { name: "Show the code" }));
  const image = page.getByRole("img", { name: /^QR code that opens / });
  await expect(image).toBeVisible();
  const url = (await image.getAttribute("aria-label"))?.replace("QR code that opens ", "") ?? "";
  const letters = await page.locator("dt", { hasText: "Both screens show" }).locator("+ dd").textContent();
  return {
    page,
    url,
    letters,
    close: async () => {
      expect(problems, "what must not happen on the waiting page").toEqual([]);
      await context.close();
    },
  };
}

async function personWithPasskey(page: Page, latchkey: LatchkeyProcess, name = "Ana Example") {
  const authenticator = await addVirtualAuthenticator(page);
  const email = uniqueEmail("ana");
  await signUp(page, latchkey.baseUrl, { name, email });
  return { authenticator, email };
}

async function confirm(page: Page) {
  await expect(page.getByRole("heading", { name: "Confirm it’s you" })).toBeVisible();
  await press(page.getByRole("button", { name: "Confirm with a passkey" }));
  await expect(page.getByRole("heading", { name: "Let in another browser?" })).toBeVisible();
}

test("the person reads who asks, confirms, and lets the browser in", async ({ browser, page, latchkey }) => {
  await personWithPasskey(page, latchkey);
  const other = await beginWaiting(browser, latchkey);
  await expect(other.page.getByRole("status")).toHaveText("Waiting for your approval.");
  await inspect(other.page, "device approval: waiting");

  // The phone's camera opens what is in the image.
  await page.goto(other.url);
  await expect(page.getByText("Confirm it’s you to let in another browser.")).toBeVisible();
  await expect(page.getByText("Ana Example")).toBeVisible();
  await expect(page.getByText("127.0.0.1")).toBeHidden();
  await inspect(page, "device approval: confirm first");
  await confirm(page);
  await expect(page.getByText(other.letters ?? "", { exact: true })).toBeVisible();
  await expect(page.getByText("Chrome, Linux")).toBeVisible();
  await expect(page.getByText("127.0.0.1")).toBeVisible();
  await expect(page.getByText("Approve only if you started this just now.")).toBeVisible();
  await inspect(page, "device approval: the question");

  await press(page.getByRole("button", { name: "Approve" }));
  await expect(page.getByRole("heading", { name: "The browser is let in" })).toBeVisible();
  await inspect(page, "device approval: approved");
  // The new browser gets a passkey of its own.
  await expect(other.page.getByRole("heading", { name: "You’re in" })).toBeVisible();
  const added = await addVirtualAuthenticator(other.page);
  await press(other.page.getByRole("button", { name: "Add a passkey" }));
  await expect(other.page.getByRole("link", { name: "Continue" })).toBeVisible();
  expect(await added.credentials()).toHaveLength(1);
  await expect(other.page.getByText("Did you lose a device?")).toHaveCount(0);
  await press(other.page.getByRole("link", { name: "Continue" }));
  await expect(other.page.getByRole("heading", { name: "Hello, Ana Example" })).toBeVisible();
  // The code is spent.
  await page.goto(other.url);
  await expect(page.getByText("No browser waits with this code.")).toBeVisible();
  await other.close();
});

test("somebody who is not signed in meets that first, and comes back to the question", async ({
  browser,
  page,
  latchkey,
}) => {
  const { authenticator } = await personWithPasskey(page, latchkey);
  await page.context().clearCookies();
  const kept = await authenticator.credentials();
  await authenticator.clear();
  const other = await beginWaiting(browser, latchkey);
  await page.goto(other.url);
  await expect(page.getByRole("heading", { name: "Sign in" })).toBeVisible();
  await page.waitForLoadState("networkidle");
  for (const credential of kept) await authenticator.addCredential(credential);
  await press(page.getByRole("button", { name: "Sign in with a passkey" }));
  // The sign-in came after the other browser asked: it is the confirmation.
  await expect(page.getByRole("heading", { name: "Let in another browser?" })).toBeVisible();
  await press(page.getByRole("button", { name: "Deny" }));
  await expect(page.getByRole("heading", { name: "The browser wasn’t let in" })).toBeVisible();
  await inspect(page, "device approval: denied");
  await expect(other.page.getByRole("heading", { name: "This browser wasn’t let in" })).toBeVisible();
  await inspect(other.page, "device approval: was denied");
  await press(other.page.getByRole("button", { name: "Show a new code" }));
  await expect(other.page.getByRole("status")).toHaveText("Waiting for your approval.");
  await other.close();
});

test("the code can be typed, by the keyboard alone, and a wrong one says so", async ({
  browser,
  page,
  latchkey,
}) => {
  await personWithPasskey(page, latchkey);
  const other = await beginWaiting(browser, latchkey);
  await page.goto(`${latchkey.baseUrl}/approve`);
  await inspect(page, "device approval: type the code");
  await page.getByLabel("Code").focus();
  await page.keyboard.type("bbbb bbbb bbbb");
  await page.keyboard.press("Enter");
  await expect(page.getByText("No browser waits with this code.")).toBeVisible();
  await inspect(page, "device approval: a wrong code");
  await page.getByLabel("Code").focus();
  await page.keyboard.type(
    new URL(other.url).searchParams.get("code")?.toLowerCase().replaceAll("-", " ") ?? "",
  );
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Confirm it’s you" })).toBeVisible();
  await press(page.getByRole("button", { name: "Confirm with a passkey" }));
  await expect(page.getByRole("heading", { name: "Let in another browser?" })).toBeVisible();
  await press(page.getByRole("button", { name: "Approve" }));
  await expect(page.getByRole("heading", { name: "The browser is let in" })).toBeVisible();
  await expect(other.page).toHaveURL(/\/sign-in\/recovered/);
  await other.close();
});

test("a stranger's code from another network is shown for what it is", async ({
  browser,
  page,
  latchkey,
}) => {
  await personWithPasskey(page, latchkey);
  const stranger = await beginWaiting(browser, latchkey);
  await moveWaitingBrowsers(latchkey, "198.51.100.9");
  await page.goto(stranger.url);
  await confirm(page);
  await expect(page.getByText("198.51.100.9")).toBeVisible();
  await expect(page.getByText("That browser is on another network than this one.")).toBeVisible();
  await expect(page.getByText("If somebody sent you the code or a link, it’s a trick: deny.")).toBeVisible();
  await inspect(page, "device approval: another network");
  await press(page.getByRole("button", { name: "Deny" }));
  await expect(page.getByRole("heading", { name: "The browser wasn’t let in" })).toBeVisible();
  await stranger.close();
});

test("without JavaScript the waiting browser asks by a button", async ({ browser, page, latchkey }) => {
  await personWithPasskey(page, latchkey);
  const other = await beginWaiting(browser, latchkey, false);
  const done = other.page.getByRole("button", { name: "I have approved it" });
  await press(done);
  await expect(other.page.getByText("Not approved yet.")).toBeVisible();
  await page.goto(other.url);
  await confirm(page);
  // The answer is a plain form, too.
  const context = await browser.newContext({
    javaScriptEnabled: false,
    storageState: await page.context().storageState(),
  });
  const approver = await context.newPage();
  await approver.goto(other.url);
  await press(approver.getByRole("button", { name: "Approve" }));
  await expect(approver.getByRole("heading", { name: "The browser is let in" })).toBeVisible();
  await context.close();
  await press(done);
  await expect(other.page).toHaveURL(/\/sign-in\/recovered/);
  await other.close();
});

test("an approval comes too late after five minutes, and counts no more once the person has signed out", async ({
  browser,
  page,
  latchkey,
}) => {
  await personWithPasskey(page, latchkey);
  const slow = await beginWaiting(browser, latchkey);
  await ageApprovals(latchkey, 5);
  await expect(slow.page.getByRole("heading", { name: "This code has expired" })).toBeVisible();
  await inspect(slow.page, "device approval: expired");
  await slow.page.goto(`${latchkey.baseUrl}/sign-in/device?result=refused`);
  await expect(slow.page.getByRole("heading", { name: "This approval no longer counts" })).toBeVisible();
  await inspect(slow.page, "device approval: counts no more");
  await slow.close();

  // Without a script, so that it does not ask before the person has signed out.
  const other = await beginWaiting(browser, latchkey, false);
  await page.goto(other.url);
  await confirm(page);
  await press(page.getByRole("button", { name: "Approve" }));
  await expect(page.getByRole("heading", { name: "The browser is let in" })).toBeVisible();
  await page.goto(`${latchkey.baseUrl}/sign-out`);
  await press(page.getByRole("button", { name: "Sign out" }));
  await expect(page.getByRole("heading", { name: "You’re signed out" })).toBeVisible();
  await press(other.page.getByRole("button", { name: "I have approved it" }));
  await expect(other.page.getByRole("heading", { name: "This approval no longer counts" })).toBeVisible();
  await other.page.goto(`${latchkey.baseUrl}/account`);
  await expect(other.page.getByRole("heading", { name: "Sign in" })).toBeVisible();
  await other.close();
});

test("whoever administers is told which ways there are instead", async ({ browser, page, latchkey }) => {
  const { email } = await personWithPasskey(page, latchkey, "Ada Auditor");
  await setRole(latchkey, email, "auditor");
  await ageConfirmations(latchkey, 1);
  const other = await beginWaiting(browser, latchkey);
  await page.goto(other.url);
  await expect(page.getByRole("heading", { name: "Not with this account" })).toBeVisible();
  await inspect(page, "device approval: not with this role");
  await press(page.getByRole("button", { name: "Deny" }));
  await expect(other.page.getByRole("heading", { name: "This browser wasn’t let in" })).toBeVisible();
  await other.close();
});

test("the waiting page goes on asking while the server is away", async ({ browser, page, latchkey }) => {
  await personWithPasskey(page, latchkey);
  const context = await browser.newContext();
  const waiting = await context.newPage();
  await waiting.goto(`${latchkey.baseUrl}/sign-in/device`);
  await press(waiting.getByRole("button", { name: "Show the code" }));
  const image = waiting.getByRole("img", { name: /^QR code that opens / });
  const url = (await image.getAttribute("aria-label"))?.replace("QR code that opens ", "") ?? "";
  await context.setOffline(true);
  await expect(waiting.getByRole("status")).toHaveText("You seem to be offline. This page keeps asking.");
  await context.setOffline(false);
  await expect(waiting.getByRole("status")).toHaveText("Waiting for your approval.");
  const state = "**/api/v1/device-approvals/current";
  await waiting.route(state, (route) => route.fulfill({ status: 503, body: "{}" }));
  await expect(waiting.getByRole("status")).toHaveText("The server doesn’t answer. This page keeps asking.");
  await waiting.unroute(state);
  await page.goto(url);
  await confirm(page);
  await press(page.getByRole("button", { name: "Approve" }));
  await expect(waiting).toHaveURL(/\/sign-in\/recovered/);
  await context.close();
});
