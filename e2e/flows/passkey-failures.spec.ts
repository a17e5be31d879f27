/** Making a passkey, and confirming with one: every way in which that can fail, in words, and going on from there. */
import type { Browser, Locator, Page } from "@playwright/test";
import { ageConfirmations, expireChallenges } from "../support/database.ts";
import { inspect } from "../support/inspect.ts";
import type { LatchkeyProcess } from "../support/latchkey-process.ts";
import { openAccountPage, signUp, uniqueEmail } from "../support/people.ts";
import { press, write } from "../support/press.ts";
import { expect, test, watch } from "../support/test.ts";
import { addVirtualAuthenticator, type VirtualAuthenticator } from "../support/virtual-authenticator.ts";

test.setTimeout(180_000);

/** What asks for a passkey on this page. */
interface Asked {
  readonly page: Page;
  readonly latchkey: LatchkeyProcess;
  readonly authenticator: VirtualAuthenticator;
  readonly kind: "get" | "create";
  readonly endpoint: "register" | "step-up";
  readonly button: Locator;
  /** Where the page says what failed. */
  readonly within: Locator;
}

/** A page whose server may be away: the browser itself reports that, and nothing else may go wrong. */
async function withPage(browser: Browser, work: (page: Page) => Promise<void>): Promise<void> {
  const context = await browser.newContext();
  const page = await context.newPage();
  const problems = watch(page);
  await work(page);
  expect(problems.filter((problem) => !problem.includes("Failed to load resource"))).toEqual([]);
  await context.close();
}

/** Everything that the browser or a passkey provider can answer, but for a passkey. */
async function failInTheBrowser({ page, authenticator, kind, endpoint, button, within }: Asked) {
  const failure = within.getByRole("alert");
  const nothing =
    kind === "get"
      ? "No passkey was used. Try again or choose another way."
      : "No passkey was created. Try your phone or another key.";

  // The fingerprint was not recognised, or the prompt was dismissed: the browser does not tell which.
  await authenticator.setUserVerified(false);
  await press(button);
  await expect(failure).toHaveText(nothing);
  await expect(button).toBeFocused();
  await authenticator.setUserVerified(true);

  // The prompt stood open for too long.
  await authenticator.setPresence(false);
  await page.route(`**/${endpoint}/begin`, async (route) => {
    const response = await route.fetch();
    const { data, ...envelope } = (await response.json()) as { data: object };
    await route.fulfill({ response, json: { ...envelope, data: { ...data, timeout: 2_000 } } });
  });
  await press(button);
  await expect(within.getByRole("status")).toHaveText(
    "Waiting for your passkey. Follow your browser’s prompt.",
  );
  await expect(button).toHaveAttribute("aria-disabled", "true");
  await expect(failure).toHaveText("That took too long. Try again when you’re ready.");
  await expect(button).toBeFocused();
  await page.unrouteAll({ behavior: "ignoreErrors" });
  await authenticator.setPresence(true);

  // What no authenticator of Chromium's can be made to say.
  for (const [name, words] of [
    ["NotSupportedError", "This key needs a PIN or fingerprint set up first."],
    ["SecurityError", "Passkeys don’t work at this address. Open "],
    ["UnknownError", "Your passkey provider reported a problem. Try again or choose another passkey."],
  ] as const) {
    await page.evaluate(
      ([method, errorName]) => {
        const call = navigator.credentials[method];
        navigator.credentials[method] = () => {
          navigator.credentials[method] = call as never;
          return Promise.reject(new DOMException("", errorName));
        };
      },
      [kind, name] as const,
    );
    await press(button);
    await expect(failure).toContainText(words);
    if (name === "UnknownError") await expect(failure).toContainText(/Reference: \S+/);
  }
}

/** Everything that keeps the server from answering as it should. */
async function failAtTheServer({ page, endpoint, button, within }: Asked) {
  const failure = within.getByRole("alert");
  await page.context().setOffline(true);
  await press(button);
  await expect(failure).toHaveText("You seem to be offline. Check your connection and try again.");
  await page.context().setOffline(false);
  for (const [status, code, seconds, words] of [
    [503, "SERVICE_UNAVAILABLE", 5, "Latchkey doesn’t answer right now. Try again in 5 seconds."],
    [429, "RATE_LIMIT_EXCEEDED", 90, "Too many tries from your network. Try again in 2 minutes."],
  ] as const) {
    await page.route(`**/${endpoint}/begin`, (route) =>
      route.fulfill({
        status,
        headers: { "Retry-After": String(seconds) },
        json: { status: "error", error: { code }, requestId: "request-1" },
      }),
    );
    await press(button);
    await expect(failure).toContainText(words);
    await page.unrouteAll({ behavior: "ignoreErrors" });
  }
}

/** The challenge runs out while the person is busy; it is renewed without a word. */
async function succeedAfterExpiry({ page, latchkey, endpoint, button }: Asked) {
  let completions = 0;
  await page.route(`**/${endpoint}/complete`, async (route) => {
    completions += 1;
    if (completions === 1) await expireChallenges(latchkey);
    await route.continue();
  });
  await press(button);
  await expect.poll(() => completions).toBe(2);
}

test("signing up says what went wrong, keeps what was typed, and makes one passkey in the end", async ({
  browser,
  latchkey,
}) => {
  await withPage(browser, async (page) => {
    const authenticator = await addVirtualAuthenticator(page);
    await page.goto(`${latchkey.baseUrl}/sign-up`);
    const email = uniqueEmail("bo");
    await write(page.getByLabel("Your name"), "Bo Example");
    await write(page.getByLabel("E-mail address"), email);
    const asked: Asked = {
      ...{ page, latchkey, authenticator, kind: "create", endpoint: "register" },
      button: page.getByRole("button", { name: "Create your passkey" }),
      within: page.getByRole("main"),
    };
    await failInTheBrowser(asked);
    await failAtTheServer(asked);
    await inspect(page, "sign-up: too many tries");
    await expect(page.getByLabel("Your name")).toHaveValue("Bo Example");
    await expect(page.getByLabel("E-mail address")).toHaveValue(email);
    await succeedAfterExpiry(asked);
    await expect(page.getByRole("heading", { name: "Passkey created" })).toBeVisible();
    expect(await authenticator.credentials()).toHaveLength(1);
  });
});

test("in the account, confirming and adding say what went wrong, and what is there already", async ({
  browser,
  latchkey,
}) => {
  await withPage(browser, async (page) => {
    const authenticator = await addVirtualAuthenticator(page);
    await signUp(page, latchkey.baseUrl, { name: "Cy Example", email: uniqueEmail("cy") });
    await ageConfirmations(latchkey, 11);
    await openAccountPage(page, "Passkeys");
    const dialog = page.getByRole("dialog");
    const add = page.getByRole("button", { name: "Add a passkey" });
    const common = { page, latchkey, authenticator, within: dialog } as const;

    await press(add);
    const confirming: Asked = {
      ...{ ...common, kind: "get", endpoint: "step-up" },
      button: dialog.getByRole("button", { name: "Confirm with a passkey" }),
    };
    await failInTheBrowser(confirming);
    await failAtTheServer(confirming);
    await inspect(page, "confirming: too many tries");
    await succeedAfterExpiry(confirming);
    // It went on to make one, on the device that has one.
    await expect(dialog.getByRole("status")).toHaveText(
      "This device already has a passkey for you. Nothing to do.",
    );
    await inspect(page, "adding: already there");
    const heard = Promise.withResolvers<void>();
    await page.route(/_rsc=/, (route) => heard.promise.then(() => route.continue()));
    await press(dialog.getByRole("button", { name: "Done" }));

    await authenticator.clear();
    await press(add);
    const adding: Asked = {
      ...{ ...common, kind: "create", endpoint: "register" },
      button: dialog.getByRole("button", { name: "Create the passkey" }),
    };
    // Opened anew it does not ask again, also while the page has not heard of the confirmation.
    await expect(adding.button).toBeVisible();
    await expect(page.getByText(/Verified, \d+ minutes left/)).toHaveCount(0);
    heard.resolve();
    await expect(page.getByText(/Verified, \d+ minutes left/)).toBeVisible();
    await failInTheBrowser(adding);
    await failAtTheServer(adding);
    await succeedAfterExpiry(adding);
    await expect(page.getByRole("heading", { name: "Passkey added" })).toBeVisible();
    expect(await authenticator.credentials()).toHaveLength(1);
  });
});

test("where no passkey can be made, the page says so before anything is typed", async ({
  page,
  latchkey,
}) => {
  const button = page.getByRole("button", { name: "Create your passkey" });
  const failure = page.getByRole("main").getByRole("alert");
  await page.goto(`${latchkey.baseUrl.replace("localhost", "127.0.0.1")}/sign-up`);
  await expect(failure).toContainText("Passkeys don’t work at this address.");
  await expect(failure.getByRole("link", { name: latchkey.baseUrl })).toBeVisible();
  await expect(button).toHaveAttribute("aria-disabled", "true");

  await addVirtualAuthenticator(page);
  await signUp(page, latchkey.baseUrl, { name: "Di Example", email: uniqueEmail("di") });
  await page.addInitScript(() => {
    Object.defineProperty(window, "PublicKeyCredential", { value: undefined });
  });
  await openAccountPage(page, "Passkeys");
  await page.reload();
  await press(page.getByRole("button", { name: "Add a passkey" }));
  await expect(page.getByRole("dialog").getByRole("alert")).toContainText(
    "This browser can’t use passkeys here.",
  );
  await page.keyboard.press("Escape");
  await page.context().clearCookies();
  await page.goto(`${latchkey.baseUrl}/sign-up`);
  await expect(failure).toContainText("This browser can’t use passkeys here.");
  await inspect(page, "sign-up: unsupported browser");
});
