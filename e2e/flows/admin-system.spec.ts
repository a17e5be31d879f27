/** Passkeys and sessions across people, and what the system is made of, as an administrator meets them. */
import type { Page } from "@playwright/test";
import { click } from "../support/alive.ts";
import { inspect } from "../support/inspect.ts";
import { type LatchkeyProcess, startLatchkey } from "../support/latchkey-process.ts";
import { type Mailbox, openMailbox } from "../support/mailbox.ts";
import { joinElsewhere, setUpAdministrator } from "../support/people.ts";
import { expect, test } from "../support/test.ts";

test.describe.configure({ mode: "serial" });
test.setTimeout(300_000);

let mailbox: Mailbox;
let latchkey: LatchkeyProcess;
let admin: Page;
let leo: Page;
test.beforeAll(async ({ browser }) => {
  test.setTimeout(300_000);
  mailbox = await openMailbox();
  latchkey = await startLatchkey({ variables: mailbox.variables });
  admin = await (await browser.newContext()).newPage();
  await setUpAdministrator(admin, latchkey);
  leo = await joinElsewhere(browser, latchkey, "Leo");
  await (await joinElsewhere(browser, latchkey, "Mia")).close();
});
test.afterAll(async () => {
  await admin?.close();
  await latchkey?.stop();
  await mailbox?.close();
});

const open = (path: string) => admin.goto(`${latchkey.baseUrl}/admin/${path}`);

test("finds sessions across people, and ends one, and then all with its own", async () => {
  await open("sessions");
  await expect(admin.getByText("This browser")).toBeVisible();
  await inspect(admin, "sessions");
  await click(admin.getByRole("link", { name: "Leo Example" }));
  await click(admin.getByRole("button", { name: /^End the session on/ }));
  await expect(admin.getByText("Not signed in anywhere.")).toBeVisible();
  await leo.goto(`${latchkey.baseUrl}/account`);
  await expect(leo).toHaveURL(/\/sign-in/);
  await leo.close();

  await open("sessions?limit=1");
  await admin.getByRole("checkbox").check();
  await click(admin.getByRole("button", { name: "Select all 2 that match" }));
  await click(admin.getByRole("button", { name: "End the selected ones" }));
  const dialog = admin.getByRole("alertdialog");
  await expect(dialog.getByText("Selected: 2")).toBeVisible();
  await click(dialog.getByRole("button", { name: "End them" }));
  await expect(dialog.getByText("Done: 2", { exact: true })).toBeVisible();
  await click(dialog.getByRole("button", { name: "Close" }));
  await click(admin.getByRole("button", { name: "Continue as Root Example" }));
  await expect(admin.getByRole("heading", { name: "Sessions", level: 1 })).toBeVisible();
});

test("finds passkeys across people, and revokes what is selected and all of a model", async () => {
  await open("passkeys");
  await expect(admin.getByRole("row")).toHaveCount(4);
  await inspect(admin, "passkeys");
  await admin.getByRole("searchbox").fill("leo");
  await admin.keyboard.press("Enter");
  await expect(admin).toHaveURL(/\?q=leo/);
  await expect(admin.getByRole("row")).toHaveCount(2);

  await admin.getByRole("checkbox", { name: /of Leo Example/ }).check();
  await click(admin.getByRole("button", { name: "Revoke the selected ones" }));
  const dialog = admin.getByRole("alertdialog");
  await expect(dialog.getByText("Selected: 1")).toBeVisible();
  await expect(dialog.getByRole("button", { name: "Cancel" })).toBeFocused();
  await dialog.getByLabel("Why").fill("lost");
  await inspect(admin, "revoking what is selected");
  await click(dialog.getByRole("button", { name: "Revoke" }));
  await expect(dialog.getByText("Done: 1", { exact: true })).toBeVisible();
  await click(dialog.getByRole("button", { name: "Close" }));
  await expect(admin.getByText("Nothing matches.")).toBeVisible();

  // All of a model: one's own only way in stays, and is said to.
  await open("passkeys?limit=1");
  await admin.getByRole("checkbox").check();
  await click(admin.getByRole("button", { name: "Select all 2 that match" }));
  await expect(admin.getByRole("status").filter({ hasText: "Selected: 2" })).toBeVisible();
  await click(admin.getByRole("button", { name: "Clear the selection" }));
  const model = admin.getByRole("combobox", { name: "Model" });
  await model.selectOption({ index: 1 });
  const name = ((await model.locator("option:checked").textContent()) ?? "").replace(/ \(\d+\)$/, "");
  await click(admin.getByRole("button", { name: "Apply" }));
  await click(admin.getByRole("button", { name: "Revoke all of this model" }));
  await expect(dialog.getByText("This ends 2 passkeys.")).toBeVisible();
  const confirm = dialog.getByRole("button", { name: "Revoke them all" });
  await expect(confirm).toHaveAttribute("aria-disabled", "true");
  await dialog.getByLabel("Why").fill("recalled");
  await dialog.getByLabel(/^Type .* to confirm$/).fill(name);
  await click(confirm);
  await expect(dialog.getByText("Done: 1", { exact: true })).toBeVisible();
  await expect(dialog.getByText("Not done: 1")).toBeVisible();
  await inspect(admin, "what came of a model");
  await click(dialog.getByRole("button", { name: "Close" }));
});

test("changes keys, and makes one for a program that may do as much as is ticked", async ({ request }) => {
  await open("signing-keys");
  await expect(admin.getByText("Hands over by schedule").first()).toBeVisible();
  await inspect(admin, "signing keys");
  await click(admin.getByRole("button", { name: "Rotate now" }));
  const dialog = admin.getByRole("alertdialog");
  await dialog.getByLabel("Which").selectOption("ES256");
  await click(dialog.getByRole("button", { name: "Rotate now" }));
  await expect(admin.getByText("Was asked to hand over")).toHaveCount(1);
  const next = admin.getByRole("region", { name: "EdDSA" }).getByRole("listitem").first();
  const kid = (await next.locator(".mono").textContent()) ?? "";
  await click(next.getByRole("button", { name: /^Revoke / }));
  await dialog.getByLabel(/^Type .* to confirm$/).fill(kid.slice(0, 8));
  await inspect(admin, "revoking a signing key");
  await click(dialog.getByRole("button", { name: "Revoke" }));
  await expect(dialog).toBeHidden();
  expect(await (await request.get(`${latchkey.baseUrl}/oauth/jwks`)).text()).not.toContain(kid);

  await open("api-keys");
  await inspect(admin, "no API keys");
  await admin.getByLabel("Name").fill("Directory sync");
  await admin.getByLabel("See people").check();
  await click(admin.getByRole("button", { name: "Make a key" }));
  const shown = admin.getByLabel("API key", { exact: true });
  await expect(shown).toHaveValue(/^lk_/);
  const key = await shown.inputValue();
  await inspect(admin, "a new API key");
  const ask = (path: string) =>
    request.get(`${latchkey.baseUrl}/api/v1/admin/${path}`, { headers: { authorization: `Bearer ${key}` } });
  expect((await ask("users")).status()).toBe(200);
  expect((await ask("sessions")).status()).toBe(403);
  await click(admin.getByRole("button", { name: "Revoke Directory sync" }));
  await dialog.getByLabel("Type Directory sync to confirm").fill("Directory sync");
  await click(dialog.getByRole("button", { name: "Revoke" }));
  await expect(admin.getByText("Revoked", { exact: true })).toBeVisible();
  expect((await ask("users")).status()).toBe(401);
});

test("changes the rules, and sees how the system is", async () => {
  await open("policy");
  await expect(admin.getByLabel("Sign-up", { exact: true })).toBeDisabled();
  await inspect(admin, "the policy");
  const idle = admin.getByRole("group", { name: "Signed out when unused for" });
  await idle.getByLabel("How many").fill("2");
  await click(admin.getByRole("button", { name: "Save" }).first());
  await expect(admin.getByText("Saved.")).toBeVisible();
  await expect(idle.getByText("Default: 1 hour")).toBeVisible();

  // Whom it would keep out is told first, and one's own passkey is never shut out.
  await admin.getByLabel("Only passkeys that stay on one device").check();
  await admin.getByLabel("Only those that are ticked").check();
  await admin.getByLabel(/^YubiKey 5 NFC/).check();
  await click(admin.getByRole("button", { name: "Save" }).last());
  const dialog = admin.getByRole("alertdialog");
  await expect(dialog.getByText("No administrator could sign in any more.")).toBeVisible();
  await inspect(admin, "a policy that keeps people out");
  await dialog.getByLabel("Type keep out to confirm").fill("keep out");
  await click(dialog.getByRole("button", { name: "Save all the same" }));
  await expect(dialog.getByRole("alert")).not.toBeEmpty();
  await click(dialog.getByRole("button", { name: "Cancel" }));
  // What keeps nobody out is asked of nobody.
  await open("policy");
  const verified = admin.getByLabel("The authenticator must check fingerprint, face or PIN");
  await verified.check();
  await click(admin.getByRole("button", { name: "Save" }).last());
  await expect(admin.getByText("Saved.")).toBeVisible();
  await admin.reload();
  await expect(verified).toBeChecked();

  await open("health");
  await expect(admin.getByText("The address that you used is BASE_URL.")).toBeVisible();
  await inspect(admin, "health");
});

test("sees whether mail arrives, and settles what did not", async () => {
  const test = admin.getByRole("button", { name: "Send a test mail" });
  await open("mail");
  await click(test);
  await expect(admin.getByText("The server has taken the mail.")).toBeVisible();
  await mailbox.waitFor("root@example.com", "A test mail");
  mailbox.refuse("root@example.com", "yves@example.com", "zoe@example.com");
  await click(test);
  await expect(admin.getByText("The mail was not taken.")).toBeVisible();

  await open("invitations");
  for (const name of ["yves", "zoe"]) {
    await admin.getByLabel("E-mail address").fill(`${name}@example.com`);
    await admin.getByLabel("Mail the link to the address").check();
    await click(admin.getByRole("button", { name: "Invite" }));
    await expect(admin.getByRole("row", { name: new RegExp(name) })).toBeVisible();
  }
  await expect(async () => {
    await open("mail");
    await expect(admin.getByText("Given up", { exact: true })).toHaveCount(3, { timeout: 500 });
  }).toPass();
  await inspect(admin, "mail that did not arrive");
  mailbox.refuse();
  const row = (name: string) => admin.getByRole("row", { name: new RegExp(name) });
  await click(row("zoe").getByRole("button", { name: "Try again" }));
  await mailbox.waitFor("zoe@example.com", "Your invitation");
  await click(row("yves").getByRole("button", { name: "Discard the mail to yves@example.com" }));
  await click(admin.getByRole("alertdialog").getByRole("button", { name: "Discard" }));
  await expect(admin.getByRole("table")).toHaveCount(0);
  expect(await mailbox.mailsTo("yves@example.com")).toEqual([]);
});
