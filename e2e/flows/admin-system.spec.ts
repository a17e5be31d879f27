/** Passkeys and sessions across people, and what the system is made of, as an administrator meets them. */
import type { Page } from "@playwright/test";
import { inspect } from "../support/inspect.ts";
import { type LatchkeyProcess, startLatchkey } from "../support/latchkey-process.ts";
import { createAccount } from "../support/people.ts";
import { expect, test } from "../support/test.ts";
import { addVirtualAuthenticator } from "../support/virtual-authenticator.ts";

test.describe.configure({ mode: "serial" });
test.setTimeout(300_000);

let latchkey: LatchkeyProcess;
let admin: Page;
test.beforeAll(async ({ browser }) => {
  test.setTimeout(300_000);
  // Nobody listens there: mail is set, and does not arrive.
  latchkey = await startLatchkey({
    variables: { SMTP_URL: "smtp://robot:hunter2@127.0.0.1:9", MAIL_FROM: "id@example.com" },
  });
  admin = await (await browser.newContext()).newPage();
  await addVirtualAuthenticator(admin);
  await admin.goto(latchkey.setUpLink ?? "");
  await createAccount(admin, { name: "Root Example", email: "root@example.com" }, "Create the first passkey");
  for (const name of ["Leo", "Mia"]) {
    const page = await browser.newPage();
    await addVirtualAuthenticator(page);
    await page.goto(`${latchkey.baseUrl}/sign-up`);
    await createAccount(page, { name: `${name} Example`, email: `${name.toLowerCase()}@example.com` });
    await page.close();
  }
});
test.afterAll(async () => {
  await admin?.close();
  await latchkey?.stop();
});

const open = (path: string) => admin.goto(`${latchkey.baseUrl}/admin/${path}`);

test("finds passkeys and sessions across people, and ends many", async () => {
  await open("passkeys");
  await expect(admin.getByRole("row")).toHaveCount(4);
  await inspect(admin, "passkeys");
  await admin.getByRole("searchbox").fill("leo");
  await admin.keyboard.press("Enter");
  await expect(admin).toHaveURL(/\?q=leo/);
  await expect(admin.getByRole("row")).toHaveCount(2);

  await admin.getByRole("checkbox", { name: /of Leo Example/ }).check();
  await admin.getByRole("button", { name: "Revoke the selected ones" }).click();
  const dialog = admin.getByRole("alertdialog");
  await expect(dialog.getByText("Selected: 1")).toBeVisible();
  await expect(dialog.getByRole("button", { name: "Cancel" })).toBeFocused();
  await dialog.getByLabel("Why").fill("lost");
  await inspect(admin, "revoking what is selected");
  await dialog.getByRole("button", { name: "Revoke" }).click();
  await expect(dialog.getByText("Done: 1", { exact: true })).toBeVisible();
  await dialog.getByRole("button", { name: "Close" }).click();
  await expect(admin.getByText("Nothing matches.")).toBeVisible();

  // All of a model: one's own only way in stays, and is said to.
  await open("passkeys");
  const model = admin.getByRole("combobox", { name: "Model" });
  await model.selectOption({ index: 1 });
  const name = ((await model.locator("option:checked").textContent()) ?? "").replace(/ \(\d+\)$/, "");
  await admin.getByRole("button", { name: "Apply" }).click();
  await admin.getByRole("button", { name: "Revoke all of this model" }).click();
  await expect(dialog.getByText("This ends 2 passkeys.")).toBeVisible();
  const confirm = dialog.getByRole("button", { name: "Revoke them all" });
  await expect(confirm).toHaveAttribute("aria-disabled", "true");
  await dialog.getByLabel("Why").fill("recalled");
  await dialog.getByLabel(/^Type .* to confirm$/).fill(name);
  await confirm.click();
  await expect(dialog.getByText("Done: 1", { exact: true })).toBeVisible();
  await expect(dialog.getByText("Not done: 1")).toBeVisible();
  await inspect(admin, "what came of a model");
  await dialog.getByRole("button", { name: "Close" }).click();

  await open("sessions");
  await expect(admin.getByText("This browser")).toBeVisible();
  await inspect(admin, "sessions");
});

test("ends the sessions of others, and its own last", async ({ browser }) => {
  const other = await browser.newPage();
  await addVirtualAuthenticator(other);
  await other.goto(`${latchkey.baseUrl}/sign-up`);
  await createAccount(other, { name: "Ewa Example", email: "ewa@example.com" });
  await open("sessions?q=ewa");
  await admin.getByRole("checkbox", { name: /Ewa Example/ }).check();
  await admin.getByRole("button", { name: "End the selected ones" }).click();
  await admin.getByRole("alertdialog").getByRole("button", { name: "End them" }).click();
  await expect(admin.getByText("Done: 1", { exact: true })).toBeVisible();
  await other.goto(`${latchkey.baseUrl}/account`);
  await expect(other).toHaveURL(/\/sign-in/);
  await other.close();
});

test("changes keys, and makes one for a program that may do as much as is ticked", async ({ request }) => {
  await open("signing-keys");
  await expect(admin.getByText("Hands over by schedule").first()).toBeVisible();
  await inspect(admin, "signing keys");
  await admin.getByRole("button", { name: "Rotate now" }).click();
  const dialog = admin.getByRole("alertdialog");
  await dialog.getByLabel("Which").selectOption("ES256");
  await dialog.getByRole("button", { name: "Rotate now" }).click();
  await expect(admin.getByText("Was asked to hand over")).toHaveCount(1);

  await open("api-keys");
  await inspect(admin, "no API keys");
  await admin.getByLabel("Name").fill("Directory sync");
  await admin.getByLabel("See people").check();
  await admin.getByRole("button", { name: "Make a key" }).click();
  const shown = admin.getByLabel("API key", { exact: true });
  await expect(shown).toHaveValue(/^lk_/);
  const key = await shown.inputValue();
  await inspect(admin, "a new API key");
  const ask = (path: string) =>
    request.get(`${latchkey.baseUrl}/api/v1/admin/${path}`, { headers: { authorization: `Bearer ${key}` } });
  expect((await ask("users")).status()).toBe(200);
  expect((await ask("sessions")).status()).toBe(403);
  await admin.getByRole("button", { name: "Revoke Directory sync" }).click();
  await dialog.getByLabel("Type Directory sync to confirm").fill("Directory sync");
  await dialog.getByRole("button", { name: "Revoke" }).click();
  await expect(admin.getByText("Revoked", { exact: true })).toBeVisible();
  expect((await ask("users")).status()).toBe(401);
});

test("changes the rules, sees whether mail arrives, and how the system is", async () => {
  await open("policy");
  await expect(admin.getByLabel("Sign-up", { exact: true })).toBeDisabled();
  await inspect(admin, "the policy");
  const idle = admin.getByRole("group", { name: "Signed out when unused for" });
  await idle.getByLabel("How many").fill("2");
  await admin.getByRole("button", { name: "Save" }).first().click();
  await expect(admin.getByText("Saved.")).toBeVisible();
  await expect(idle.getByText("Default: 1 hour")).toBeVisible();

  // Whom it would keep out is told first, and one's own passkey is never shut out.
  await admin.getByLabel("Only passkeys that stay on one device").check();
  await admin.getByLabel("Only those that are ticked").check();
  await admin.getByLabel(/^YubiKey 5 NFC/).check();
  await admin.getByRole("button", { name: "Save" }).last().click();
  const dialog = admin.getByRole("alertdialog");
  await expect(dialog.getByText("No administrator could sign in any more.")).toBeVisible();
  await inspect(admin, "a policy that keeps people out");
  await dialog.getByLabel("Type keep out to confirm").fill("keep out");
  await dialog.getByRole("button", { name: "Save all the same" }).click();
  await expect(dialog.getByRole("alert")).not.toBeEmpty();
  await dialog.getByRole("button", { name: "Cancel" }).click();

  await open("mail");
  await expect(admin.getByText("127.0.0.1:9")).toBeVisible();
  expect(await admin.content()).not.toContain("hunter2");
  await inspect(admin, "mail");
  await admin.getByRole("button", { name: "Send a test mail" }).click();
  await expect(admin.getByText("The mail was not taken.")).toBeVisible();

  await open("health");
  await expect(admin.getByText("The address that you used is BASE_URL.")).toBeVisible();
  await inspect(admin, "health");
});
