/** What a person says of themselves: names, picture, language, and the e-mail address with its proof. */
import type { Page } from "@playwright/test";
import sharp from "sharp";
import { ageConfirmations } from "../support/database.ts";
import { inspect } from "../support/inspect.ts";
import { type LatchkeyProcess, startLatchkey } from "../support/latchkey-process.ts";
import { linkIn, type Mailbox, openMailbox } from "../support/mailbox.ts";
import { openAccountPage, signOut, signUp, uniqueEmail } from "../support/people.ts";
import { press, write } from "../support/press.ts";
import { expect, test } from "../support/test.ts";
import { addVirtualAuthenticator } from "../support/virtual-authenticator.ts";

test.setTimeout(300_000);

let latchkey: LatchkeyProcess;
let mailbox: Mailbox;
test.beforeAll(async () => {
  test.setTimeout(300_000);
  mailbox = await openMailbox();
  latchkey = await startLatchkey({ variables: mailbox.variables });
});
test.afterAll(async () => {
  await latchkey.stop();
  await mailbox.close();
});

async function openProfile(page: Page, name: string) {
  const authenticator = await addVirtualAuthenticator(page);
  const email = uniqueEmail(name.toLowerCase());
  await signUp(page, latchkey.baseUrl, { name: `${name} Example`, email });
  await openAccountPage(page, "Profile");
  return { authenticator, email };
}
const about = (page: Page) => page.getByRole("region", { name: "About you" });
const address = (page: Page) => page.getByRole("region", { name: "E-mail address" });
const said = (page: Page, text: string) =>
  expect(page.getByRole("status").filter({ hasText: text })).toBeVisible();
const photo = () =>
  sharp({ create: { width: 640, height: 480, channels: 3, background: "#2a7766" } })
    .jpeg()
    .toBuffer();

test("says who they are; the password manager and the frame of the page show the new name", async ({
  page,
}) => {
  const { authenticator, email } = await openProfile(page, "Ana");
  await inspect(page, "the profile");
  const form = about(page);
  await write(form.getByLabel("Name", { exact: true }), "Ana María Ruiz");
  await write(form.getByLabel("Family name"), "Ruiz");
  await form.getByLabel("Time zone").selectOption("Europe/Zurich");
  await press(form.getByRole("button", { name: "Save" }));
  await said(page, "Saved.");
  await expect(page.getByRole("banner")).toContainText("Ana María Ruiz");
  await expect(async () => {
    const [credential] = await authenticator.credentials();
    expect(credential).toMatchObject({ userName: email, userDisplayName: "Ana María Ruiz" });
  }).toPass();
  await page.reload();
  await expect(form.getByLabel("Family name")).toHaveValue("Ruiz");
  await expect(form.getByLabel("Time zone")).toHaveValue("Europe/Zurich");
});

test("hears about each field that is wrong, at the field, and loses nothing", async ({ page }) => {
  await openProfile(page, "Bea");
  const form = about(page);
  await press(form.getByText("More about you"));
  await write(form.getByLabel("Given name"), "Beatrix");
  await write(form.getByLabel("Date of birth"), "yesterday");
  await write(form.getByLabel("Phone number"), "12");
  await press(form.getByRole("button", { name: "Save" }));
  const birthdate = form.getByLabel("Date of birth");
  await expect(birthdate).toBeFocused();
  await expect(birthdate).toHaveAccessibleDescription("Enter a day as 1990-02-28, or a year.");
  await expect(form.getByLabel("Phone number")).toHaveAttribute("aria-invalid", "true");
  await expect(form.getByRole("alert")).toContainText("See the marked fields");
  await inspect(page, "a profile that was refused");
  await expect(form.getByLabel("Given name")).toHaveValue("Beatrix");
  await write(birthdate, "1990-02-28");
  await write(form.getByLabel("Phone number"), "+41 (44) 123 45 67");
  await page.keyboard.press("Enter");
  await said(page, "Saved.");
  await page.reload();
  await expect(form.getByLabel("Given name")).toHaveValue("Beatrix");
  await expect(form.getByLabel("Phone number")).toHaveValue("+41441234567");
});

test("has the page in another language at once", async ({ page }) => {
  await openProfile(page, "Cleo");
  await about(page).getByLabel("Language").selectOption("ar");
  await press(about(page).getByRole("button", { name: "Save" }));
  await expect(page.getByRole("heading", { level: 1, name: "الملف الشخصي" })).toBeVisible();
  await expect(page.locator("html")).toHaveAttribute("dir", "rtl");
  await inspect(page, "the profile from right to left");
});

test("works without JavaScript: what was typed comes back with a refusal, and what is right is kept", async ({
  page,
  browser,
}) => {
  await openProfile(page, "Dana");
  const context = await browser.newContext({
    javaScriptEnabled: false,
    storageState: await page.context().storageState(),
    locale: "en-GB",
  });
  const plain = await context.newPage();
  await plain.goto(`${latchkey.baseUrl}/account/profile`);
  const form = about(plain);
  await press(form.getByText("More about you"));
  await write(form.getByLabel("Nickname"), "Dani");
  await write(form.getByLabel("Website"), "no address");
  await form.getByLabel("Language").selectOption("de");
  await press(form.getByRole("button", { name: "Save" }));
  await expect(form.getByLabel("Website")).toHaveValue("no address");
  await expect(form.getByLabel("Website")).toHaveAccessibleDescription(
    "Enter an address that begins with https://.",
  );
  await expect(form.getByLabel("Nickname")).toHaveValue("Dani");
  await expect(form.getByLabel("Language")).toHaveValue("de");
  await write(form.getByLabel("Website"), "dana.example");
  await form.getByLabel("Language").selectOption("");
  await press(form.getByRole("button", { name: "Save" }));
  await expect(form.getByRole("status").filter({ hasText: "Saved." })).toBeVisible();
  await expect(form.getByLabel("Website")).toHaveValue("https://dana.example");

  const picture = plain.getByRole("region", { name: "Picture" });
  await picture.locator('input[type="file"]').setInputFiles({
    ...{ name: "dana.jpg", mimeType: "image/jpeg" },
    buffer: await photo(),
  });
  await press(picture.getByRole("button", { name: "Upload" }));
  await expect(picture.getByRole("status").filter({ hasText: "That is your picture now." })).toBeVisible();
  await press(picture.getByRole("button", { name: "Remove" }));
  await expect(picture.getByRole("status").filter({ hasText: "The picture is gone." })).toBeVisible();
  await context.close();
});

test("shows a picture, refuses what is none, and removes it", async ({ page }) => {
  await openProfile(page, "Emil");
  const picture = page.getByRole("region", { name: "Picture" });
  const send = (name: string, mimeType: string, buffer: Buffer) =>
    picture.locator('input[type="file"]').setInputFiles({ name, mimeType, buffer });
  await send("emil.jpg", "image/jpeg", await photo());
  await said(page, "That is your picture now.");
  const shown = page.getByRole("banner").locator("img");
  await expect(shown).toBeVisible();
  expect(await shown.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBe(256);
  await inspect(page, "a profile with a picture");
  const before = await shown.getAttribute("src");

  await send(
    "evil.png",
    "image/png",
    Buffer.from("<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"),
  );
  await expect(picture.getByRole("alert")).toHaveText(
    "This is no picture that we can read. Choose a PNG, JPEG, WebP, GIF or AVIF.",
  );
  await send("large.jpg", "image/jpeg", Buffer.alloc(5 * 1024 * 1024 + 1));
  await expect(picture.getByRole("alert")).toContainText("too large");
  await inspect(page, "a picture that was refused");
  await expect(shown).toHaveAttribute("src", before ?? "");

  await press(picture.getByRole("button", { name: "Remove" }));
  await said(page, "The picture is gone.");
  await expect(shown).toHaveCount(0);
  await expect(picture.locator('input[type="file"]')).toBeFocused();
});

test("confirms the address that they have, by the link in a mail", async ({ page }) => {
  const { email } = await openProfile(page, "Finn");
  await expect(address(page).getByText("Not confirmed")).toBeVisible();
  await press(address(page).getByRole("button", { name: "Send a confirmation link" }));
  await said(page, "Sent. Look into your mailbox.");
  await expect(address(page)).toContainText(`We sent a link to ${email}`);
  await inspect(page, "an address that waits for its confirmation");
  const link = linkIn(await mailbox.waitFor(email, "Confirm your e-mail address"), "/account/confirm-email");
  // A scanner that opens every link uses nothing up.
  for (let n = 0; n < 3; n += 1) expect((await page.request.get(link)).status()).toBe(200);
  await page.goto(link);
  await inspect(page, "the question whose address it is");
  await press(page.getByRole("button", { name: "Confirm" }));
  await expect(page.getByRole("heading", { name: `${email} is confirmed.` })).toBeVisible();
  await inspect(page, "a confirmed address");
  await press(page.getByRole("link", { name: "To your profile" }));
  await expect(address(page).getByText("Confirmed", { exact: true })).toBeVisible();
  await page.goto(link);
  await expect(page.getByRole("heading", { name: "This link doesn’t work" })).toBeVisible();
  await inspect(page, "a link that was used");
});

test("changes the address: asked with a passkey, confirmed by mail, told to the old one and the browser", async ({
  page,
}) => {
  const { authenticator, email } = await openProfile(page, "Gala");
  const next = uniqueEmail("gala.new");
  await ageConfirmations(latchkey, 11);
  const section = address(page);
  await press(section.getByText("Use another address"));
  const field = section.getByLabel("New e-mail address");
  await write(field, "nonsense");
  await press(section.getByRole("button", { name: "Send the link" }));
  // Who they are is asked before what they typed is looked at.
  await expect(field).toHaveAccessibleDescription("Enter an e-mail address such as ana@example.com.");
  await write(field, next);
  await inspect(page, "asking for another address");
  await page.keyboard.press("Enter");
  await said(page, "Sent. Look into your mailbox.");
  await expect(section).toContainText(`We sent a link to ${next}`);
  await expect(section.getByText(email, { exact: true })).toBeVisible();
  await mailbox.waitFor(email, "is to be changed");

  const link = linkIn(await mailbox.waitFor(next, "Confirm your e-mail address"), "/account/confirm-email");
  await page.goto(link);
  await expect(page.getByText(`in place of ${email}`)).toBeVisible();
  await press(page.getByRole("button", { name: "Confirm" }));
  await expect(page.getByRole("heading", { name: `Your e-mail address is ${next} now.` })).toBeVisible();
  await mailbox.waitFor(email, "was changed");
  await expect(async () => {
    const [credential] = await authenticator.credentials();
    expect(credential).toMatchObject({ userName: next, userDisplayName: "Gala Example" });
  }).toPass();
});

test("takes back what it asked for, and the link is dead", async ({ page }) => {
  await openProfile(page, "Hugo");
  const next = uniqueEmail("hugo.new");
  const section = address(page);
  await press(section.getByText("Use another address"));
  await write(section.getByLabel("New e-mail address"), next);
  await press(section.getByRole("button", { name: "Send the link" }));
  const link = linkIn(await mailbox.waitFor(next, "Confirm your e-mail address"), "/account/confirm-email");
  await press(section.getByRole("button", { name: "Take it back" }));
  await said(page, "Taken back.");
  await page.goto(link);
  await expect(page.getByRole("heading", { name: "This link doesn’t work" })).toBeVisible();
});

test("a stranger who presses the button in the mail gives nobody their address", async ({
  page,
  browser,
}) => {
  await openProfile(page, "Eve");
  const victim = uniqueEmail("victim");
  const section = address(page);
  await press(section.getByText("Use another address"));
  await write(section.getByLabel("New e-mail address"), victim);
  await press(section.getByRole("button", { name: "Send the link" }));
  const link = linkIn(await mailbox.waitFor(victim, "Confirm your e-mail address"), "/account/confirm-email");

  const context = await browser.newContext({ locale: "en-GB" });
  const stranger = await context.newPage();
  await addVirtualAuthenticator(stranger);
  await stranger.goto(link);
  // Nobody is signed in there: no button, but the way to sign in.
  await expect(stranger).toHaveURL(/\/sign-in\?next=/);
  await signUp(stranger, latchkey.baseUrl, { name: "Vic Example", email: victim });
  await stranger.goto(link);
  await expect(stranger.getByRole("heading", { name: "This link is for another account" })).toBeVisible();
  await inspect(stranger, "a link of another account");
  await context.close();

  // The one who asked can press it, and learns only now that somebody has the address.
  await page.goto(link);
  await press(page.getByRole("button", { name: "Confirm" }));
  await expect(page.getByRole("heading", { name: "This address is taken" })).toBeVisible();
  await inspect(page, "an address that is taken");
});

test("signs in on the way where nobody is, and comes back to the question", async ({ page }) => {
  const { email } = await openProfile(page, "Ida");
  await press(address(page).getByRole("button", { name: "Send a confirmation link" }));
  const link = linkIn(await mailbox.waitFor(email, "Confirm your e-mail address"), "/account/confirm-email");
  await signOut(page);
  await page.goto(link);
  // The browser’s authenticator answers the sign-in page by itself.
  await expect(page.getByRole("heading", { name: "Confirm your address" })).toBeVisible();
});
