/** What a person does with the passkeys that they have: other names, fewer of them, and never none. */
import type { Page } from "@playwright/test";
import { ageConfirmations } from "../support/database.ts";
import { inspect } from "../support/inspect.ts";
import { openAccountPage, signOut, signUp, uniqueEmail } from "../support/people.ts";
import { press, write } from "../support/press.ts";
import { expect, test } from "../support/test.ts";
import { addVirtualAuthenticator } from "../support/virtual-authenticator.ts";

test.setTimeout(300_000);

/** The row of the passkey with that name. */
const row = (page: Page, name: string) =>
  page.getByRole("main").getByRole("listitem").filter({ hasText: name });

/** What the first passkey in the list is called. */
async function firstName(page: Page): Promise<string> {
  return (await page.getByRole("main").getByRole("listitem").locator("p").first().textContent()) ?? "";
}

async function rename(page: Page, from: string, to: string): Promise<void> {
  await press(page.getByRole("button", { name: `Rename ${from}` }));
  await write(page.getByLabel("Name of the passkey"), to);
  await press(page.getByRole("button", { name: "Save" }));
  await expect(page.getByRole("status").filter({ hasText: `Renamed to “${to}”.` })).toBeVisible();
}

/** Signs up on this device and adds a security key; the account page shows both under names of their own. */
async function signUpWithTwo(page: Page, baseUrl: string, name: string) {
  const device = await addVirtualAuthenticator(page);
  await signUp(page, baseUrl, { name: `${name} Example`, email: uniqueEmail(name) });
  await openAccountPage(page, "Passkeys");
  const first = await firstName(page);
  await rename(page, first, "Laptop");
  const key = await addVirtualAuthenticator(page, { transport: "usb", backedUp: false });
  await press(page.getByRole("button", { name: "Add a passkey" }));
  await press(page.getByRole("button", { name: "Create the passkey" }));
  await expect(page.getByRole("heading", { name: "Passkey added" })).toBeVisible();
  await press(page.getByRole("button", { name: "Done" }));
  await expect(page.getByText("2 passkeys")).toBeVisible();
  await rename(page, first, "Blue key");
  return { device, key };
}

test("renames a passkey in place", async ({ page, latchkey }) => {
  await addVirtualAuthenticator(page);
  await signUp(page, latchkey.baseUrl, { name: "Ren Example", email: uniqueEmail("ren") });
  await openAccountPage(page, "Passkeys");
  const name = await firstName(page);
  const trigger = page.getByRole("button", { name: `Rename ${name}` });
  await press(trigger);
  const field = page.getByLabel("Name of the passkey");
  await expect(field).toBeFocused();
  await expect(field).toHaveValue(name);
  await inspect(page, "renaming a passkey");

  await write(field, "   ");
  await press(page.getByRole("button", { name: "Save" }));
  await expect(page.getByText("Enter a name of at most 64 characters.")).toBeVisible();
  await expect(field).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(trigger).toBeFocused();

  await rename(page, name, "Ana’s <b>laptop</b>");
  await expect(page.getByRole("button", { name: "Rename Ana’s <b>laptop</b>" })).toBeFocused();
  await inspect(page, "renamed a passkey");
  await page.reload();
  await expect(page.getByText("Ana’s <b>laptop</b>", { exact: true })).toBeVisible();
});

test("removes a passkey, and the browser offers it no more", async ({ page, latchkey }) => {
  const { device, key } = await signUpWithTwo(page, latchkey.baseUrl, "rem");
  await press(page.getByRole("button", { name: "Remove Blue key" }));
  const dialog = page.getByRole("alertdialog", { name: "Remove “Blue key”?" });
  await expect(dialog).toContainText("browsers that it signed in are signed out");
  await expect(dialog.getByRole("button", { name: "Cancel" })).toBeFocused();
  await inspect(page, "asking before a removal");
  await press(dialog.getByRole("button", { name: "Cancel" }));
  await expect(page.getByRole("button", { name: "Remove Blue key" })).toBeFocused();

  await press(page.getByRole("button", { name: "Remove Blue key" }));
  await press(dialog.getByRole("button", { name: "Remove", exact: true }));
  const done = page.getByRole("alertdialog", { name: "Passkey removed" });
  await expect(done).toContainText("Remove it from your password manager too.");
  await expect(done.getByRole("status")).toHaveText("Passkey removed");
  await inspect(page, "after a removal");
  await expect.poll(async () => (await key.credentials()).length).toBe(0);
  expect(await device.credentials()).toHaveLength(1);
  await press(done.getByRole("button", { name: "Done" }));
  await expect(page.getByText("1 passkey", { exact: false }).first()).toBeVisible();
  await expect(row(page, "Blue key")).toHaveCount(0);
  await expect(page.getByRole("heading", { name: "Passkeys", exact: true })).toBeFocused();
});

test("signs this browser out with the passkey that it was signed in with", async ({ page, latchkey }) => {
  const { device, key } = await signUpWithTwo(page, latchkey.baseUrl, "out");
  await press(page.getByRole("button", { name: "Remove Laptop" }));
  await expect(page.getByRole("alertdialog")).toContainText("this one too");
  await press(page.getByRole("button", { name: "Remove", exact: true }));
  await expect(page.getByRole("alertdialog")).toContainText("you’re signed out here");
  await expect.poll(async () => (await device.credentials()).length).toBe(0);
  expect(await key.credentials()).toHaveLength(1);
  await key.setPresence(false);
  await press(page.getByRole("button", { name: "Sign in again" }));
  await expect(page.getByRole("heading", { name: "Sign in", level: 1 })).toBeVisible();
  await page.goto(`${latchkey.baseUrl}/account`);
  await expect(page.getByRole("heading", { name: "Sign in", level: 1 })).toBeVisible();
});

test("keeps the only passkey, on the page and behind it", async ({ page, latchkey }) => {
  const authenticator = await addVirtualAuthenticator(page);
  await signUp(page, latchkey.baseUrl, { name: "Lea Example", email: uniqueEmail("lea") });
  await openAccountPage(page, "Passkeys");
  await press(page.getByRole("button", { name: /^Remove/ }));
  const dialog = page.getByRole("alertdialog");
  await expect(dialog).toContainText("This is your only way in. Add another first.");
  await expect(dialog.getByRole("button")).toHaveText(["Close"]);
  await inspect(page, "refusing to remove the only passkey");
  await page.keyboard.press("Enter");
  await expect(dialog).toBeHidden();
  const refusal = await page.evaluate(async () => {
    const list = await fetch("/api/v1/me/passkeys");
    const { data } = (await list.json()) as { data: { passkeys: { id: string }[] } };
    const response = await fetch(`/api/v1/me/passkeys/${data.passkeys[0]?.id}`, { method: "DELETE" });
    return {
      status: response.status,
      code: ((await response.json()) as { error: { code: string } }).error.code,
    };
  });
  expect(refusal).toEqual({ status: 409, code: "LAST_CREDENTIAL" });
  expect(await authenticator.credentials()).toHaveLength(1);
});

test("confirms first when the last confirmation is long ago, with the keyboard alone", async ({
  page,
  latchkey,
}) => {
  const { key } = await signUpWithTwo(page, latchkey.baseUrl, "kay");
  await ageConfirmations(latchkey, 11);
  await page.reload();
  await press(page.getByRole("button", { name: "Rename Blue key" }));
  await expect(page.getByText("You’ll confirm it’s you with a passkey first.").first()).toBeVisible();
  await page.keyboard.type("Green key");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("status").filter({ hasText: "Renamed to “Green key”." })).toBeVisible();

  await ageConfirmations(latchkey, 11);
  await page.reload();
  await press(page.getByRole("button", { name: "Remove Green key" }));
  const dialog = page.getByRole("alertdialog");
  await expect(dialog).toContainText("Use another passkey than this one to stay signed in here.");
  // Whichever answers first confirms: the key that goes away would take this session along.
  await key.setPresence(false);
  await page.keyboard.press("Shift+Tab");
  await expect(dialog.getByRole("button", { name: "Remove", exact: true })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("alertdialog", { name: "Passkey removed" })).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("alertdialog")).toBeHidden();
  await expect.poll(async () => (await key.credentials()).length).toBe(0);
  await page.reload();
  await expect(page.getByText("1 passkey").first()).toBeVisible();
});

test("has the browser forget a passkey that no account has, and no other", async ({ page, latchkey }) => {
  const authenticator = await addVirtualAuthenticator(page);
  await signUp(page, latchkey.baseUrl, { name: "Uma Example", email: uniqueEmail("uma") });
  const [known] = await authenticator.credentials();
  if (!known) throw new Error("no passkey was made");
  await signOut(page);
  await authenticator.clear();
  await page.goto(`${latchkey.baseUrl}/sign-in`);
  await page.waitForLoadState("networkidle");
  const button = page.getByRole("button", { name: "Sign in with a passkey" });
  const failure = page.getByRole("main").getByRole("alert");

  // One of an account that was deleted, as far as the server can know.
  const gone = { ...known, credentialId: Buffer.from(crypto.getRandomValues(new Uint8Array(32))) };
  await authenticator.addCredential({ ...gone, credentialId: gone.credentialId.toString("base64") });
  await press(button);
  await expect(failure).toContainText("isn’t accepted here");
  await expect.poll(async () => (await authenticator.credentials()).length).toBe(0);

  // One that an account has, and that is refused for another reason.
  await authenticator.addCredential(known);
  const asked = page.waitForResponse("**/api/v1/webauthn/unknown-credential");
  await page.route("**/api/v1/webauthn/authenticate/complete", (route) => {
    const { credential } = route.request().postDataJSON();
    credential.response.signature = credential.response.userHandle;
    return route.continue({ postData: JSON.stringify({ credential }) });
  });
  await press(button);
  expect((await (await asked).json()).data.unknown).toBe(false);
  await expect(failure).toContainText("isn’t accepted here");
  expect(await authenticator.credentials()).toHaveLength(1);

  // One that was just made, and that the server does not take.
  await authenticator.clear();
  await page.route("**/api/v1/webauthn/register/complete", (route) => {
    const { credential } = route.request().postDataJSON();
    credential.response.attestationObject = "oA";
    return route.continue({ postData: JSON.stringify({ credential }) });
  });
  await page.goto(`${latchkey.baseUrl}/sign-up`);
  await write(page.getByLabel("Your name"), "Una Example");
  await write(page.getByLabel("E-mail address"), uniqueEmail("una"));
  await press(page.getByRole("button", { name: "Create your passkey" }));
  await expect(failure).toBeVisible();
  await expect.poll(async () => (await authenticator.credentials()).length).toBe(0);
});
