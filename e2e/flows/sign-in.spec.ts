/** The sign-in page in its states: accounts that the browser knows, every way that a ceremony can fail, and what follows it. */
import type { Browser, Page } from "@playwright/test";
import { expireChallenges, setTransports } from "../support/database.ts";
import { inspect } from "../support/inspect.ts";
import type { LatchkeyProcess } from "../support/latchkey-process.ts";
import { signOut, signUp, uniqueEmail } from "../support/people.ts";
import { press, write } from "../support/press.ts";
import { expect, test, watch } from "../support/test.ts";
import {
  addVirtualAuthenticator,
  recordRequests,
  type VirtualAuthenticator,
} from "../support/virtual-authenticator.ts";

test.setTimeout(300_000);

const mainButton = (page: Page) => page.getByRole("button", { name: "Sign in with a passkey" });
const hello = (page: Page, name: string) => page.getByRole("heading", { name: `Hello, ${name}` });

/** Somebody with a passkey, who is signed out and whom the browser does not know. */
async function signedOut(page: Page, latchkey: LatchkeyProcess, name = "Ana Example") {
  const authenticator = await addVirtualAuthenticator(page);
  const email = uniqueEmail("person");
  await signUp(page, latchkey.baseUrl, { name, email });
  await page.context().clearCookies();
  return { authenticator, email };
}

/** The sign-in page, with the passkeys put away meanwhile: autofill would use them at once. */
async function openSignIn(page: Page, latchkey: LatchkeyProcess, authenticator: VirtualAuthenticator) {
  const kept = await authenticator.credentials();
  await authenticator.clear();
  await page.goto(`${latchkey.baseUrl}/sign-in`);
  await page.waitForLoadState("networkidle");
  return async () => {
    for (const credential of kept) await authenticator.addCredential(credential);
  };
}

/** The first try looks at this device alone; then the person chooses their phone. */
async function useOtherDevice(page: Page) {
  await press(mainButton(page));
  await expect(page.getByRole("alert").filter({ hasText: "No passkey was used." })).toBeVisible();
  await press(page.getByRole("button", { name: "Use your phone" }));
}

/** A page on which the browser itself reports errors, as it does of servers that are away. */
async function pageThatMayFail(browser: Browser, latchkey: LatchkeyProcess) {
  const context = await browser.newContext();
  const page = await context.newPage();
  const authenticator = await addVirtualAuthenticator(page);
  await signUp(page, latchkey.baseUrl, { name: "Ana Example", email: uniqueEmail("person") });
  await context.clearCookies();
  return { context, page, restore: await openSignIn(page, latchkey, authenticator) };
}

test("a browser offers whom it knows by name, asks for their passkey alone, and forgets them", async ({
  browser,
  page,
  latchkey,
}) => {
  const authenticator = await addVirtualAuthenticator(page);
  const requests = await recordRequests(page);
  await signUp(page, latchkey.baseUrl, { name: "Leo Example", email: uniqueEmail("leo") });
  const [leo] = await authenticator.credentials();
  await signOut(page, "keep");
  await signUp(page, latchkey.baseUrl, { name: "Ana Example", email: uniqueEmail("ana") });
  await signOut(page, "keep");
  await page.goto(`${latchkey.baseUrl}/sign-in`);
  await expect(page.getByRole("button", { name: /^Continue as/ })).toHaveText([/Ana Example/, /Leo Example/]);
  await expect(page.getByLabel("E-mail address")).toBeHidden();
  await inspect(page, "sign-in: known accounts");
  await press(page.getByRole("button", { name: /^Continue as Leo Example/ }));
  await expect(hello(page, "Leo Example")).toBeVisible();
  expect(requests.at(-1)).toEqual({ kind: "modal", allowed: 1 });
  await signOut(page, "keep");

  // Another person's passkey does not do for the one who was chosen.
  await authenticator.clear();
  await authenticator.addCredential(leo as NonNullable<typeof leo>);
  await page.goto(`${latchkey.baseUrl}/sign-in`);
  const ana = page.getByRole("button", { name: /^Continue as Ana Example/ });
  await press(ana);
  await expect(page.getByRole("alert").filter({ hasText: "No passkey was used." })).toBeVisible();
  await expect(ana).toBeFocused();
  await expect(page.getByRole("button", { name: "Use your phone" })).toBeVisible();
  await inspect(page, "sign-in: known accounts, failed");

  await authenticator.clear();
  await press(page.getByRole("link", { name: "Use another account" }));
  await expect(mainButton(page)).toBeVisible();
  await expect(page.getByLabel("E-mail address")).toBeVisible();
  await press(page.getByRole("link", { name: "Show the accounts of this browser" }));

  // Forgetting is a plain form.
  const plain = await browser.newContext({
    javaScriptEnabled: false,
    storageState: await page.context().storageState(),
  });
  const still = await plain.newPage();
  const problems = watch(still);
  await still.goto(`${latchkey.baseUrl}/sign-in`);
  await press(still.getByRole("button", { name: "Forget Ana Example in this browser" }));
  await expect(still.getByRole("button", { name: /^Continue as/ })).toHaveText([/Leo Example/]);
  await press(still.getByRole("button", { name: "Forget Leo Example in this browser" }));
  await expect(mainButton(still)).toBeVisible();
  expect(problems).toEqual([]);
  await plain.close();
});

test("an app that names somebody leads to their account, or to the field for somebody unknown", async ({
  page,
  latchkey,
}) => {
  const client = `app-${crypto.randomUUID()}`;
  await latchkey.command(
    ...["client", "add", "--id", client, "--name", "Some app", "--auth-method", "none", "--json"],
    ...["--redirect-uri", "http://localhost:9/callback"],
  );
  await addVirtualAuthenticator(page);
  const emails = { leo: uniqueEmail("leo"), ana: uniqueEmail("ana") };
  await signUp(page, latchkey.baseUrl, { name: "Leo Example", email: emails.leo });
  await signOut(page, "keep");
  await signUp(page, latchkey.baseUrl, { name: "Ana Example", email: emails.ana });
  await signOut(page, "keep");
  const ask = (loginHint: string) =>
    page.goto(
      `${latchkey.baseUrl}/oauth/authorize?${new URLSearchParams({
        client_id: client,
        redirect_uri: "http://localhost:9/callback",
        response_type: "code",
        scope: "openid",
        code_challenge: "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM",
        code_challenge_method: "S256",
        login_hint: loginHint,
      })}`,
    );
  await ask(emails.leo);
  await expect(page.getByRole("heading", { name: "Continue to Some app" })).toBeVisible();
  await expect(page.getByRole("button", { name: /^Continue as/ })).toHaveText([/Leo Example/, /Ana Example/]);
  // Forgetting somebody stays within the app's request.
  await press(page.getByRole("button", { name: "Forget Leo Example in this browser" }));
  await expect(page.getByRole("heading", { name: "Continue to Some app" })).toBeVisible();
  await expect(page.getByLabel("E-mail address")).toHaveValue(emails.leo);
});

test("says what went wrong for each way in which a passkey can fail, and goes on from there", async ({
  page,
  latchkey,
}) => {
  const { authenticator } = await signedOut(page, latchkey);
  const requests = await recordRequests(page);
  const restore = await openSignIn(page, latchkey, authenticator);
  const button = mainButton(page);
  const alert = page.getByRole("alert");
  const otherWays = page.getByRole("group").filter({ hasText: "Other ways" });
  await expect(otherWays).not.toHaveAttribute("open");

  // No passkey on this device, or a prompt that was dismissed: the browser tells neither.
  await button.focus();
  await page.keyboard.press("Enter");
  await expect(
    alert.filter({ hasText: "No passkey was used. Try again or choose another way." }),
  ).toBeVisible();
  await expect(button).toBeFocused();
  await expect(otherWays).toHaveAttribute("open");
  await inspect(page, "sign-in: no passkey was used");

  // The fingerprint was not recognised.
  await restore();
  await authenticator.setUserVerified(false);
  await press(button);
  await expect(alert.filter({ hasText: "No passkey was used." })).toBeVisible();
  // Autofill is armed again and was refused too; armed later, it would sign in before the button is pressed.
  await expect.poll(() => requests.at(-1)?.kind).toBe("conditional");
  await authenticator.setUserVerified(true);

  // The prompt stood open for too long.
  await authenticator.setPresence(false);
  await page.route("**/authenticate/begin", async (route) => {
    const response = await route.fetch();
    const { data, ...envelope } = (await response.json()) as { data: object };
    await route.fulfill({ response, json: { ...envelope, data: { ...data, timeout: 2_000 } } });
  });
  await press(button);
  await expect(page.getByRole("status")).toHaveText(
    "Waiting for your passkey. Follow your browser’s prompt.",
  );
  await expect(button).toHaveAttribute("aria-disabled", "true");
  // Or it would lose the focus.
  await expect(button).not.toHaveAttribute("disabled");
  await expect(alert.filter({ hasText: "That took too long." })).toBeVisible({ timeout: 15_000 });
  await expect(button).toBeFocused();
  // As above: armed with somebody present, autofill would be quicker than the button.
  await expect.poll(() => requests.at(-1)?.kind).toBe("conditional");
  await page.unrouteAll({ behavior: "ignoreErrors" });
  await authenticator.setPresence(true);

  // The challenge ran out while the person was busy: renewed without a word.
  let completions = 0;
  await page.route("**/authenticate/complete", async (route) => {
    completions += 1;
    if (completions === 1) await expireChallenges(latchkey);
    await route.continue();
  });
  await press(button);
  await expect(hello(page, "Ana Example")).toBeVisible();
  expect(completions).toBe(2);
});

test("says what the browser or the address cannot do, and what can be done", async ({ page, latchkey }) => {
  const { authenticator } = await signedOut(page, latchkey);
  // Our own check knows a wrong address beforehand; the browser's refusal has the same words.
  const restore = await openSignIn(page, latchkey, authenticator);
  await restore();
  await page.route("**/authenticate/begin", async (route) => {
    const response = await route.fetch();
    const { data, ...envelope } = (await response.json()) as { data: object };
    await route.fulfill({ response, json: { ...envelope, data: { ...data, rpId: "elsewhere.example" } } });
  });
  await press(mainButton(page));
  await expect(
    page
      .getByRole("alert")
      .filter({ hasText: `Passkeys don’t work at this address. Open ${latchkey.baseUrl}.` }),
  ).toBeVisible();
  // Autofill is armed again: with the true answer it would sign in before the next page is opened.
  await authenticator.clear();
  await page.unrouteAll({ behavior: "ignoreErrors" });

  await page.goto(`${latchkey.baseUrl.replace("localhost", "127.0.0.1")}/sign-in`);
  await expect(
    page.getByRole("alert").filter({ hasText: "Passkeys don’t work at this address." }),
  ).toBeVisible();
  await expect(page.getByRole("link", { name: latchkey.baseUrl })).toBeVisible();
  await expect(page.getByText("Other ways")).toBeHidden();
  await inspect(page, "sign-in: wrong address");

  await page.addInitScript(() => {
    Object.defineProperty(window, "PublicKeyCredential", { value: undefined });
  });
  await page.goto(`${latchkey.baseUrl}/sign-in`);
  await expect(
    page.getByRole("alert").filter({ hasText: "This browser can’t use passkeys here." }),
  ).toBeVisible();
  await expect(page.getByLabel("E-mail address")).toBeHidden();
  await expect(page.getByRole("button", { name: "Use your phone" })).toBeHidden();
  await inspect(page, "sign-in: unsupported browser");
  await press(page.getByRole("link", { name: "Use another device" }));
  await expect(page.getByRole("heading", { name: "Sign in with another device" })).toBeVisible();
});

test("says that the server is away, and for how long, and lets the person try again", async ({
  browser,
  latchkey,
}) => {
  const { context, page, restore } = await pageThatMayFail(browser, latchkey);
  const alert = page.getByRole("alert");
  await context.setOffline(true);
  await press(mainButton(page));
  await expect(
    alert.filter({ hasText: "You seem to be offline. Check your connection and try again." }),
  ).toBeVisible();
  await context.setOffline(false);
  const begin = "**/authenticate/begin";
  await page.route(begin, (route) =>
    route.fulfill({ status: 503, headers: { "Retry-After": "5" }, contentType: "text/html", body: "<html>" }),
  );
  await press(mainButton(page));
  await expect(
    alert.filter({ hasText: "Latchkey doesn’t answer right now. Try again in 5 seconds." }),
  ).toBeVisible();
  await inspect(page, "sign-in: the server is away");
  await page.unroute(begin);
  await page.route(begin, (route) =>
    route.fulfill({
      status: 500,
      json: { status: "error", error: { code: "INTERNAL_ERROR" }, requestId: "request-1" },
    }),
  );
  await press(mainButton(page));
  await expect(alert.filter({ hasText: "Something went wrong on our side." })).toContainText(
    "Reference: request-1",
  );
  await page.unroute(begin);
  await restore();
  await press(mainButton(page));
  await expect(hello(page, "Ana Example")).toBeVisible();
  await context.close();
});

test("whoever was disabled reads whom to ask", async ({ page, latchkey }) => {
  const { authenticator, email } = await signedOut(page, latchkey);
  const restore = await openSignIn(page, latchkey, authenticator);
  await latchkey.command("user", "disable", "--user", email);
  await restore();
  await press(mainButton(page));
  await expect(page.getByRole("heading", { name: "This account is disabled" })).toBeVisible();
  await expect(page.getByText("Ask whoever runs Latchkey:")).toBeVisible();
  await inspect(page, "sign-in: disabled");
  await authenticator.clear();
  await press(page.getByRole("link", { name: "Use another account" }));
  await expect(mainButton(page)).toBeVisible();
});

test("whoever came with a phone's passkey is offered one here, once, and can name it", async ({
  page,
  latchkey,
}) => {
  const phone = await addVirtualAuthenticator(page, { transport: "usb" });
  const email = uniqueEmail("person");
  await signUp(page, latchkey.baseUrl, { name: "Ana Example", email });
  await setTransports(latchkey, email);
  await signOut(page);
  const restore = await openSignIn(page, latchkey, phone);
  const laptop = await addVirtualAuthenticator(page);
  await restore();
  await useOtherDevice(page);
  await expect(page.getByRole("heading", { name: "Add a passkey on this device?" })).toBeVisible();
  await inspect(page, "a passkey on this device");
  await press(page.getByRole("button", { name: "Add a passkey here" }));
  await expect(page.getByRole("heading", { name: "Passkey created" })).toBeFocused();
  await expect(page.getByText(/Saved as “.?Chrome on Linux 2.?”\./u)).toBeVisible();
  expect(await laptop.credentials()).toHaveLength(1);

  await press(page.getByRole("button", { name: "Rename" }));
  await write(page.getByLabel("Name of the passkey"), "");
  await page.keyboard.press("Enter");
  await expect(page.getByText("Enter a name of at most 64 characters.")).toBeVisible();
  await inspect(page, "naming a new passkey");
  await write(page.getByLabel("Name of the passkey"), "My laptop");
  await page.keyboard.press("Enter");
  await expect(page.getByText(/Saved as “.?My laptop.?”\./u)).toBeVisible();
  await expect(page.getByRole("button", { name: "Rename" })).toBeFocused();
  await press(page.getByRole("link", { name: "Continue" }));
  await expect(hello(page, "Ana Example")).toBeVisible();

  // Not again, whatever became of the offer.
  await signOut(page);
  await laptop.clear();
  // The phone answers the sign-in page by itself now, as if the person had picked it there.
  await page.goto(`${latchkey.baseUrl}/sign-in`);
  await expect(hello(page, "Ana Example")).toBeVisible();
});

test("a device that has a passkey already is told so, as a good end", async ({ page, latchkey }) => {
  await addVirtualAuthenticator(page);
  await signUp(page, latchkey.baseUrl, { name: "Ana Example", email: uniqueEmail("person") });
  await page.goto(`${latchkey.baseUrl}/sign-in/this-device`);
  await press(page.getByRole("button", { name: "Add a passkey here" }));
  await expect(page.getByRole("status")).toHaveText(
    "This device already has a passkey for you. Nothing to do.",
  );
  await inspect(page, "a passkey on this device: already there");
  await press(page.getByRole("link", { name: "Continue" }));
  await expect(hello(page, "Ana Example")).toBeVisible();
});
