/** Every passkey is lost: codes, an administrator's link and a link by mail lead back in, to a new passkey. */
import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { startSmtpServer, type TestSmtpServer } from "#lib/testing/smtp-server.ts";
import { ageConfirmations } from "../support/database.ts";
import { inspect } from "../support/inspect.ts";
import { type LatchkeyProcess, startLatchkey } from "../support/latchkey-process.ts";
import { createAccount, signOut, signUp, uniqueEmail } from "../support/people.ts";
import { press, write } from "../support/press.ts";
import { expect, test } from "../support/test.ts";
import { addVirtualAuthenticator, type VirtualAuthenticator } from "../support/virtual-authenticator.ts";

test.setTimeout(300_000);

let latchkey: LatchkeyProcess;
let smtp: TestSmtpServer;
test.beforeAll(async () => {
  test.setTimeout(300_000);
  smtp = await startSmtpServer();
  latchkey = await startLatchkey({
    variables: {
      SMTP_URL: `smtp://127.0.0.1:${smtp.port}`,
      MAIL_FROM: "Latchkey <id@example.com>",
      EMAIL_SIGN_IN: "on",
    },
  });
});
test.afterAll(async () => {
  await latchkey.stop();
  await smtp.close();
});

const code = /^[0-9A-Z]{4}(-[0-9A-Z]{4}){4}$/;

async function shownCodes(page: Page): Promise<string[]> {
  await expect(page.getByRole("heading", { name: "Your new recovery codes" })).toBeFocused();
  const codes = await page.getByRole("listitem").filter({ hasText: code }).allInnerTexts();
  expect(codes).toHaveLength(10);
  return codes;
}

/** Everything that the browser's passkey provider held is gone. */
async function loseDevice(page: Page, authenticator: VirtualAuthenticator): Promise<void> {
  await page.context().clearCookies();
  await authenticator.clear();
}

async function typeCode(page: Page, typed: string): Promise<void> {
  await write(page.getByLabel("Recovery code"), typed);
  await press(page.getByRole("button", { name: "Continue" }));
}

test("recovery codes: made with the first passkey, kept, and one of them used", async ({ page }) => {
  const authenticator = await addVirtualAuthenticator(page);
  const person = { name: "Ana Example", email: uniqueEmail("ana") };
  await page.goto(`${latchkey.baseUrl}/sign-up`);
  await createAccount(page, person);
  await inspect(page, "passkey created, with the offer of codes");
  await press(page.getByRole("button", { name: "Make recovery codes, too" }));
  const codes = await shownCodes(page);
  await inspect(page, "new recovery codes");

  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await press(page.getByRole("button", { name: "Copy" }));
  await expect(page.getByRole("status")).toHaveText("Copied.");
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(codes.join("\n"));
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    press(page.getByRole("button", { name: "Save as a file" })),
  ]);
  expect(download.suggestedFilename()).toBe("recovery-codes.txt");
  const file = await readFile(await download.path(), "utf8");
  expect(file).toContain(`Recovery codes for ${person.email}`);
  for (const one of codes) expect(file).toContain(one);
  await press(page.getByRole("link", { name: "Continue" }));
  await expect(page.getByRole("heading", { name: "Hello, Ana Example" })).toBeVisible();

  await page.goto(`${latchkey.baseUrl}/account/recovery-codes`);
  await expect(page.getByRole("heading", { name: "10 of 10 left" })).toBeVisible();
  await expect(page.getByText(codes[0] ?? "-")).toHaveCount(0);
  await inspect(page, "recovery codes in the account");

  await loseDevice(page, authenticator);
  await page.goto(`${latchkey.baseUrl}/sign-in`);
  await press(page.getByText("Other ways"));
  await inspect(page, "other ways to sign in");
  await press(page.getByRole("link", { name: "Use a recovery code" }));
  await expect(page.getByRole("heading", { name: "Use a recovery code" })).toBeVisible();
  await inspect(page, "asking for a recovery code");
  await typeCode(page, "7KQ2-M9X4-T0A8-CDEF-GHJ1");
  await expect(page.getByText("This code doesn’t work.")).toBeVisible();
  await inspect(page, "a wrong recovery code");

  await typeCode(page, `  ${(codes[0] ?? "").toLowerCase().replaceAll("-", " ")}`);
  await expect(page.getByRole("heading", { name: "You’re in" })).toBeVisible();
  await expect(page.getByText("Signed in as Ana Example")).toBeVisible();
  await inspect(page, "you're in");
  const before = (await page.context().cookies()).find(({ name }) => name === "latchkey")?.value;
  await press(page.getByRole("button", { name: "Add a passkey" }));
  await expect(page.getByRole("heading", { name: "Passkey added" })).toBeFocused();
  // Another token: the weak session's is worth nothing from here on.
  expect((await page.context().cookies()).find(({ name }) => name === "latchkey")?.value).not.toBe(before);
  await expect(page.getByText("You have 9 recovery codes left.")).toBeVisible();
  await inspect(page, "a passkey after recovery");
  // The browser whose cookies are gone is signed in still.
  await press(page.getByRole("button", { name: "Sign out of 1 other session" }));
  await expect(page.getByText("You are signed out everywhere but here.")).toBeVisible();
  await press(page.getByRole("link", { name: "See your passkeys" }));
  const lost = page.getByRole("button", { name: /^Remove / }).first();
  await press(lost);
  await press(page.getByRole("alertdialog").getByRole("button", { name: "Remove" }));
  await expect(page.getByRole("heading", { name: "Passkey removed" })).toBeVisible();

  await page.context().clearCookies();
  await page.goto(`${latchkey.baseUrl}/sign-in/recovery-code`);
  await typeCode(page, codes[0] ?? "");
  await expect(page.getByText("This code doesn’t work.")).toBeVisible();
  const told = smtp.received.filter(({ to }) => to.includes(person.email)).map(({ raw }) => raw);
  expect(told.some((raw) => raw.includes("Your account at Latchkey was opened without a passkey"))).toBe(
    true,
  );
});

test("recovery codes: replaced after a question, and a confirmation where it is due", async ({ page }) => {
  await addVirtualAuthenticator(page);
  await signUp(page, latchkey.baseUrl, { name: "Kim Example", email: uniqueEmail("kim") });
  await page.goto(`${latchkey.baseUrl}/account/recovery-codes`);
  await expect(page.getByRole("heading", { name: "You have no recovery codes" })).toBeVisible();
  await inspect(page, "no recovery codes");
  await press(page.getByRole("button", { name: "Make recovery codes" }));
  const old = await shownCodes(page);
  await press(page.getByRole("button", { name: "I’ve kept them" }));
  await expect(page.getByRole("heading", { name: "10 of 10 left" })).toBeVisible();

  await press(page.getByRole("button", { name: "Make new ones" }));
  const dialog = page.getByRole("alertdialog", { name: "Replace your recovery codes?" });
  await expect(dialog.getByRole("button", { name: "Cancel" })).toBeFocused();
  await inspect(page, "replacing recovery codes");
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  // Ten minutes after the passkey was used it is asked for again, on the way.
  await ageConfirmations(latchkey, 11);
  await page.reload();
  await press(page.getByRole("button", { name: "Make new ones" }));
  await expect(dialog.getByText("You’ll confirm it’s you with a passkey first.")).toBeVisible();
  await press(dialog.getByRole("button", { name: "Make new ones" }));
  const fresh = await shownCodes(page);
  expect(fresh).not.toContain(old[0]);
});

test("an administrator’s link: looked at by scanners, used by its reader, dead afterwards", async ({
  page,
}) => {
  const authenticator = await addVirtualAuthenticator(page);
  const person = { name: "Leo Example", email: uniqueEmail("leo") };
  await signUp(page, latchkey.baseUrl, person);
  await loseDevice(page, authenticator);
  const link = (await latchkey.command("recovery-link", "--user", person.email)).trim();

  for (let n = 0; n < 3; n += 1) {
    expect((await page.request.get(link)).status()).toBe(200);
    expect((await page.request.head(link)).status()).toBe(200);
  }
  await page.goto(link);
  await expect(page.getByRole("heading", { name: "Sign in to this account?" })).toBeVisible();
  await expect(page.getByText(person.email)).toBeVisible();
  await inspect(page, "an administrator's link");
  await press(page.getByRole("button", { name: "Sign in" }));
  await expect(page.getByRole("heading", { name: "You’re in" })).toBeVisible();

  // On somebody else's computer: no passkey, and nothing sensitive.
  await press(page.getByRole("link", { name: "Go on without one" }));
  await expect(page.getByText("You came in without a passkey")).toBeVisible();
  await inspect(page, "the account without a passkey");
  // The first one is that of the remark above every page.
  await press(page.getByRole("link", { name: "Add a passkey" }).first());
  await press(page.getByRole("button", { name: "Add a passkey" }));
  await expect(page.getByRole("heading", { name: "Passkey added" })).toBeVisible();

  await signOutAnd(page, link);
  await expect(page.getByRole("heading", { name: "This link doesn’t work" })).toBeVisible();
  await inspect(page, "a dead link");
});

test("a device that has its passkey still: it is used, and no second one made", async ({ page }) => {
  await addVirtualAuthenticator(page);
  const person = { name: "Mia Example", email: uniqueEmail("mia") };
  await signUp(page, latchkey.baseUrl, person);
  await page.context().clearCookies();
  await page.goto((await latchkey.command("recovery-link", "--user", person.email)).trim());
  await press(page.getByRole("button", { name: "Sign in" }));
  await press(page.getByRole("button", { name: "Add a passkey" }));
  await expect(page.getByText("This device still has a passkey for you.")).toBeVisible();
  await inspect(page, "a passkey that is there already");
  await press(page.getByRole("button", { name: "Use the passkey on this device" }));
  await expect(page.getByRole("heading", { name: "It’s you" })).toBeFocused();
  await press(page.getByRole("link", { name: "Continue" }));
  await expect(page.getByText("You came in without a passkey")).toHaveCount(0);
});

test("after ten minutes no passkey can be added, nor after too many tries a code", async ({ page }) => {
  await addVirtualAuthenticator(page, { backedUp: false });
  const person = { name: "Ida Example", email: uniqueEmail("ida") };
  await signUp(page, latchkey.baseUrl, person);
  await page.context().clearCookies();
  await page.goto((await latchkey.command("recovery-link", "--user", person.email)).trim());
  await press(page.getByRole("button", { name: "Sign in" }));
  await expect(page.getByRole("heading", { name: "You’re in" })).toBeVisible();
  await ageConfirmations(latchkey, 11);
  // The page that stood open finds out, and says so.
  await press(page.getByRole("button", { name: "Add a passkey" }));
  await expect(page.getByRole("heading", { name: "The time to add a passkey is over" })).toBeVisible();
  await inspect(page, "too late for a passkey");
  await page.goto(`${latchkey.baseUrl}/sign-in/recovery-code?problem=limit&wait=840`);
  await expect(page.getByText("Try again in 14 minutes.")).toBeVisible();
  await inspect(page, "too many codes");
});

async function signOutAnd(page: Page, link: string): Promise<void> {
  await press(page.getByRole("link", { name: "Continue" }));
  await signOut(page);
  await page.goto(link);
}

test("a link by mail: asked for, opened in the same browser, worth nothing in another", async ({
  page,
  browser,
}) => {
  const authenticator = await addVirtualAuthenticator(page);
  const person = { name: "Noa Example", email: uniqueEmail("noa") };
  await signUp(page, latchkey.baseUrl, person);
  await verifyEmail(person.email);
  await loseDevice(page, authenticator);

  await page.goto(`${latchkey.baseUrl}/sign-in`);
  await press(page.getByText("Other ways"));
  await press(page.getByRole("link", { name: "Get a link by e-mail" }));
  await expect(page.getByRole("button", { name: "Send the link" })).toBeVisible();
  await inspect(page, "asking for a link");
  for (const email of [person.email, "nobody@example.com"]) {
    await page.goto(`${latchkey.baseUrl}/sign-in/email`);
    await write(page.getByLabel("E-mail address"), email);
    await press(page.getByRole("button", { name: "Send the link" }));
    await expect(page.getByRole("heading", { name: "Look into your mailbox" })).toBeVisible();
  }
  await inspect(page, "a link was asked for");
  await page.goto(`${latchkey.baseUrl}/sign-in/email`);
  await write(page.getByLabel("E-mail address"), person.email);
  await press(page.getByRole("button", { name: "Send the link" }));
  const link = await linkInMail(person.email);

  const elsewhere = await (await browser.newContext()).newPage();
  await elsewhere.goto(link);
  await expect(
    elsewhere.getByRole("heading", { name: "Open the link where you asked for it" }),
  ).toBeVisible();
  await expect(elsewhere.getByText(person.email)).toHaveCount(0);
  await inspect(elsewhere, "a link in another browser");
  await elsewhere.context().close();

  expect((await page.request.get(link)).status()).toBe(200);
  await page.goto(link);
  await expect(page.getByText(person.email)).toBeVisible();
  await press(page.getByRole("button", { name: "Sign in" }));
  await expect(page.getByRole("heading", { name: "You’re in" })).toBeVisible();
  await press(page.getByRole("button", { name: "Add a passkey" }));
  await expect(page.getByRole("heading", { name: "Passkey added" })).toBeVisible();
  await page.goto(link);
  await expect(page.getByRole("heading", { name: "Open the link where you asked for it" })).toBeVisible();
  expect(smtp.received.some(({ to }) => to.includes("nobody@example.com"))).toBe(false);
});

async function verifyEmail(email: string): Promise<void> {
  const { writeFile } = await import("node:fs/promises");
  const file = `${latchkey.dataDir}-profile.json`;
  await writeFile(file, JSON.stringify({ emailVerified: true }));
  await latchkey.command("user", "set-profile", "--user", email, "--file", file);
}

/** From the newest mail to the address: links are sent within seconds. */
async function linkInMail(email: string): Promise<string> {
  let link: string | undefined;
  await expect(async () => {
    const mails = smtp.received.filter(({ to, raw }) => to.includes(email) && raw.includes("email-link"));
    const text = (mails.at(-1)?.raw ?? "").replaceAll("=\r\n", "").replaceAll("=3D", "=");
    link = /https?:\/\/[^\s"<]+\/sign-in\/email-link\?token=[\w-]{43}/.exec(text)?.[0];
    expect(mails.length).toBe(2);
    expect(link).toBeDefined();
  }).toPass({ timeout: 20_000 });
  return link ?? "";
}

test("an administrator who lost everything comes back by the command line’s link", async ({ page }) => {
  const authenticator = await addVirtualAuthenticator(page);
  await page.goto(latchkey.setUpLink ?? "");
  await createAccount(page, { name: "Ada Admin", email: "ada@example.com" }, "Create the first passkey");
  await loseDevice(page, authenticator);
  const link = (await latchkey.command("admin-link")).trim();
  await page.goto(link);
  await press(page.getByRole("button", { name: "Sign in" }));
  await expect(page.getByRole("heading", { name: "You’re in" })).toBeVisible();
  const users = () => page.request.get(`${latchkey.baseUrl}/api/v1/admin/users`);
  expect((await users()).status()).toBe(401);
  await press(page.getByRole("button", { name: "Add a passkey" }));
  await expect(page.getByRole("heading", { name: "Passkey added" })).toBeVisible();
  expect((await users()).status()).toBe(200);
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("a code and a link lead in, and the page says what a passkey needs", async ({ page, browser }) => {
    const scripted = await browser.newContext({ javaScriptEnabled: true });
    const withScript = await scripted.newPage();
    await addVirtualAuthenticator(withScript);
    const person = { name: "Sam Example", email: uniqueEmail("sam") };
    await signUp(withScript, latchkey.baseUrl, person);
    await scripted.close();

    await page.goto(`${latchkey.baseUrl}/sign-in`);
    await press(page.getByText("Other ways"));
    await press(page.getByRole("link", { name: "Use a recovery code" }));
    await typeCode(page, "nothing");
    await expect(page.getByText("This code doesn’t work.")).toBeVisible();
    await page.goto((await latchkey.command("recovery-link", "--user", person.email)).trim());
    await press(page.getByRole("button", { name: "Sign in" }));
    await expect(page.getByRole("heading", { name: "You’re in" })).toBeVisible();
    // Text queries pass over noscript, so it is asked for by its element.
    await expect(page.locator("noscript")).toBeVisible();
    expect(await page.locator("noscript").innerHTML()).toContain("Passkeys need JavaScript");
    await press(page.getByRole("link", { name: "Go on without one" }));
    await expect(page.getByText("You came in without a passkey")).toBeVisible();
  });
});
