/** What a person does on the pages, by the words that they see. */
import { type Browser, expect, type Page } from "@playwright/test";
import { waitUntilAlive } from "./alive.ts";
import type { LatchkeyProcess } from "./latchkey-process.ts";
import { press, write } from "./press.ts";
import { addVirtualAuthenticator } from "./virtual-authenticator.ts";

/** Fills the form of sign-up or set-up and creates the passkey; ends on "Passkey created". */
export async function createAccount(
  page: Page,
  person: { name: string; email: string },
  button = "Create your passkey",
): Promise<void> {
  await write(page.getByLabel("Your name"), person.name);
  await write(page.getByLabel("E-mail address"), person.email);
  await press(page.getByRole("button", { name: button }));
  // A test may restart the server in between.
  await expect(page.getByRole("heading", { name: "Passkey created" })).toBeVisible({ timeout: 20_000 });
}

/** Root Example, the first of an instance, who administers it; ends on "Passkey created". */
export async function setUpAdministrator(page: Page, { setUpLink = "" }: LatchkeyProcess): Promise<void> {
  await addVirtualAuthenticator(page);
  await page.goto(setUpLink);
  await createAccount(page, { name: "Root Example", email: "root@example.com" }, "Create the first passkey");
}

/** Somebody of that first name signs up in a browser of their own; ends on "Passkey created". */
export async function joinElsewhere(
  browser: Browser,
  { baseUrl }: LatchkeyProcess,
  firstName: string,
): Promise<Page> {
  const page = await browser.newPage();
  await addVirtualAuthenticator(page);
  await page.goto(`${baseUrl}/sign-up`);
  await createAccount(page, {
    name: `${firstName} Example`,
    email: `${firstName.toLowerCase()}@example.com`,
  });
  return page;
}

/** Signs up with the browser's authenticator; ends on the account page. */
export async function signUp(
  page: Page,
  baseUrl: string,
  person: { name: string; email: string },
): Promise<void> {
  await page.goto(`${baseUrl}/sign-up`);
  await createAccount(page, person);
  await press(page.getByRole("link", { name: "Continue" }));
  await expect(page.getByRole("heading", { name: `Hello, ${person.name}` })).toBeVisible();
}

/** Follows the navigation of the account pages, as it stands where there is room for it. */
export async function openAccountPage(page: Page, name: string): Promise<void> {
  await press(page.getByRole("navigation", { name: "Account" }).getByRole("link", { name }));
  const heading = page.getByRole("heading", { name, level: 1 });
  await expect(heading).toBeVisible();
  await waitUntilAlive(heading);
}

/** Signs out from the account page; the browser forgets the account, or offers it by name from then on. */
export async function signOut(page: Page, memory: "forget" | "keep" = "forget"): Promise<void> {
  await press(page.getByRole("link", { name: "Sign out" }));
  if (memory === "forget") await press(page.getByLabel("Also forget me in this browser"));
  await press(page.getByRole("button", { name: "Sign out" }));
  await expect(page.getByRole("heading", { name: "You’re signed out" })).toBeVisible();
}

/** A name that no other test uses. */
export function uniqueEmail(name: string): string {
  return `${name}-${crypto.randomUUID().slice(0, 8)}@example.com`;
}
