/** From the set-up link to a second passkey: the account side of the main job. */
import { ageConfirmations } from "../support/database.ts";
import { createAccount, openAccountPage, signOut, signUp, uniqueEmail } from "../support/people.ts";
import { press, write } from "../support/press.ts";
import { expect, test } from "../support/test.ts";
import { addVirtualAuthenticator, recordRequests } from "../support/virtual-authenticator.ts";

test.describe.configure({ mode: "serial" });

test("the set-up link makes the first administrator, once", async ({ page, latchkey }) => {
  await addVirtualAuthenticator(page);
  const link = latchkey.setUpLink ?? "";
  expect(link).toContain("/set-up?token=");
  await page.goto(link);
  await expect(page.getByText("Passkeys will belong to localhost")).toBeVisible();
  // A restart prints a new link; the set-up that is under way goes on.
  await page.route("**/api/v1/webauthn/register/complete", async (route) => {
    await latchkey.restart();
    expect(latchkey.setUpLink).not.toBe(link);
    await route.continue();
  });
  await createAccount(page, { name: "Ada Admin", email: uniqueEmail("ada") }, "Create the first passkey");
  await press(page.getByRole("link", { name: "Continue" }));
  await expect(page.getByRole("heading", { name: "Hello, Ada Admin" })).toBeVisible();
  await expect(page.getByText("Administrator")).toBeVisible();

  await page.goto(link);
  await expect(page.getByRole("heading", { name: "This set-up link doesn’t work" })).toBeVisible();
  // What a page fetches ahead of a click would meet nobody.
  await page.goto("about:blank");
  await latchkey.restart();
  expect(latchkey.setUpLink).toBeUndefined();
});

test("a person signs up, signs out, and signs in by autofill and by the button", async ({
  page,
  latchkey,
}) => {
  const authenticator = await addVirtualAuthenticator(page);
  const requests = await recordRequests(page);
  const person = { name: "Leo Example", email: uniqueEmail("leo") };
  await signUp(page, latchkey.baseUrl, person);
  await openAccountPage(page, "Passkeys");
  await expect(page.getByText("Synced")).toBeVisible();
  await expect(page.getByText("Used for this session")).toBeVisible();
  await signOut(page);
  await page.goto(`${latchkey.baseUrl}/account`);
  await expect(page.getByRole("heading", { name: "Sign in" })).toBeVisible();

  // The browser's autofill answers as soon as the page has armed it.
  await expect(page.getByRole("heading", { name: "Hello, Leo Example" })).toBeVisible();
  await signOut(page);

  // With nothing to fill in, autofill stays quiet; then the passkey is there when the button is pressed.
  const kept = await authenticator.credentials();
  await authenticator.clear();
  await page.goto(`${latchkey.baseUrl}/sign-in`);
  const button = page.getByRole("button", { name: "Sign in with a passkey" });
  await expect(button).toBeVisible();
  await page.waitForLoadState("networkidle");
  for (const credential of kept) await authenticator.addCredential(credential);
  await press(button);
  await expect(page.getByRole("heading", { name: "Hello, Leo Example" })).toBeVisible();
  expect(requests.map(({ kind }) => kind)).toContain("conditional");
  expect(requests.at(-1)?.kind).toBe("immediate");
  expect(requests.every(({ allowed }) => allowed === 0)).toBe(true);
});

test("a second passkey is added after confirming with the first", async ({ page, latchkey }) => {
  await addVirtualAuthenticator(page);
  await signUp(page, latchkey.baseUrl, { name: "Mia Example", email: uniqueEmail("mia") });
  await ageConfirmations(latchkey, 11);
  await openAccountPage(page, "Passkeys");
  await press(page.getByRole("button", { name: "Add a passkey" }));
  await expect(page.getByRole("heading", { name: "Confirm it’s you" })).toBeVisible();
  // The first passkey confirms; it may not be made twice, so the new one goes to the security key.
  const key = await addVirtualAuthenticator(page, { transport: "usb", backedUp: false });
  await press(page.getByRole("button", { name: "Confirm with a passkey" }));
  await expect(page.getByRole("heading", { name: "Passkey added" })).toBeVisible();
  expect(await key.credentials()).toHaveLength(1);
  await press(page.getByRole("button", { name: "Done" }));
  await expect(page.getByText("2 passkeys")).toBeVisible();
  await expect(page.getByText("Passkeys on security keys")).toBeVisible();
});

test("sessions and half-done ceremonies survive a restart of the server", async ({ page, latchkey }) => {
  await addVirtualAuthenticator(page);
  const person = { name: "Noa Example", email: uniqueEmail("noa") };
  let restarts = 0;
  await page.route("**/api/v1/webauthn/register/complete", async (route) => {
    // The challenge was issued by a process that is gone when the answer arrives.
    await latchkey.restart();
    restarts += 1;
    await route.continue();
  });
  await signUp(page, latchkey.baseUrl, person);
  expect(restarts).toBe(1);
  await page.waitForLoadState("networkidle");
  await latchkey.restart();
  await page.reload();
  await expect(page.getByRole("heading", { name: "Hello, Noa Example" })).toBeVisible();
});

test("says what went wrong when the fingerprint is not recognised, and lets the person try again", async ({
  page,
  latchkey,
}) => {
  const authenticator = await addVirtualAuthenticator(page);
  await signUp(page, latchkey.baseUrl, { name: "Ida Example", email: uniqueEmail("ida") });
  await signOut(page);
  const kept = await authenticator.credentials();
  await authenticator.clear();
  const requests = await recordRequests(page);
  await page.goto(`${latchkey.baseUrl}/sign-in`);
  const button = page.getByRole("button", { name: "Sign in with a passkey" });
  await page.waitForLoadState("networkidle");
  await authenticator.setUserVerified(false);
  for (const credential of kept) await authenticator.addCredential(credential);
  await press(button);
  await expect(page.getByRole("alert").filter({ hasText: "No passkey was used" })).toBeVisible();
  await expect(button).toBeFocused();
  await expect(page.getByRole("button", { name: "Use your phone" })).toBeVisible();
  // Autofill is armed again and was refused too; armed later, it would sign in before the button is pressed.
  await expect.poll(() => requests.at(-1)?.kind).toBe("conditional");
  await authenticator.setUserVerified(true);
  await press(button);
  await expect(page.getByRole("heading", { name: "Hello, Ida Example" })).toBeVisible();
});

test("refuses a name that is taken, and keeps what was typed", async ({ page, latchkey }) => {
  const authenticator = await addVirtualAuthenticator(page);
  const person = { name: "Eva Example", email: uniqueEmail("eva") };
  await signUp(page, latchkey.baseUrl, person);
  await signOut(page);
  await authenticator.clear();
  await page.goto(`${latchkey.baseUrl}/sign-up`);
  await write(page.getByLabel("Your name"), "Somebody Else");
  await write(page.getByLabel("E-mail address"), person.email.toUpperCase());
  await press(page.getByRole("button", { name: "Create your passkey" }));
  await expect(page.getByRole("alert").filter({ hasText: "already has an account" })).toBeVisible();
  await expect(page.getByLabel("Your name")).toHaveValue("Somebody Else");
  expect(await authenticator.credentials()).toHaveLength(0);
});
