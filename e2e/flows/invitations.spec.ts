/** Where sign-up is by invitation: the link, the account that it makes, and what it is worth afterwards. */
import { inspect } from "../support/inspect.ts";
import { type LatchkeyProcess, startLatchkey } from "../support/latchkey-process.ts";
import { createAccount } from "../support/people.ts";
import { press, write } from "../support/press.ts";
import { expect, test } from "../support/test.ts";
import { addVirtualAuthenticator } from "../support/virtual-authenticator.ts";

test.setTimeout(300_000);

let latchkey: LatchkeyProcess;
test.beforeAll(async () => {
  test.setTimeout(300_000);
  latchkey = await startLatchkey({ variables: { SIGN_UP: "invite" } });
});
test.afterAll(() => latchkey.stop());

test("an invited person joins, once, under the address that the invitation is for", async ({ page }) => {
  await addVirtualAuthenticator(page);
  await latchkey.command("group", "add", "--name", "staff");
  const link = (await latchkey.command("invite", "--email", "Leo@example.com", "--group", "staff")).trim();

  // Looking uses nothing up, however often a mail scanner does.
  for (let n = 0; n < 3; n += 1) expect((await page.request.get(link)).status()).toBe(200);
  await page.goto(link);
  await expect(page.getByRole("heading", { name: /^Your invitation to / })).toBeVisible();
  const email = page.getByLabel("E-mail address");
  await expect(email).toHaveValue("leo@example.com");
  await expect(email).not.toBeEditable();
  await expect(page.getByText("The invitation is for this address.")).toBeVisible();
  await inspect(page, "an invitation");

  await write(page.getByLabel("Your name"), "Leo Example");
  await press(page.getByRole("button", { name: "Create your passkey" }));
  await expect(page.getByRole("heading", { name: "Passkey created" })).toBeVisible();
  await press(page.getByRole("link", { name: "Continue" }));
  await expect(page.getByRole("heading", { name: "Hello, Leo Example" })).toBeVisible();

  await page.goto(link);
  await expect(page.getByRole("heading", { name: "This invitation doesn’t work" })).toBeVisible();
  await inspect(page, "an invitation that was used");
  await press(page.getByRole("link", { name: "Back to sign-in" }));
  // Who is signed in already is taken on to their account.
  await expect(page.getByRole("heading", { name: "Hello, Leo Example" })).toBeVisible();
});

test("an invitation for anybody takes the address that is typed, and says when it was spent meanwhile", async ({
  page,
  context,
}) => {
  await addVirtualAuthenticator(page);
  const link = (await latchkey.command("invite")).trim();
  const late = await context.newPage();
  await addVirtualAuthenticator(late);
  await late.goto(link);
  // A page that is not in front may not ask for a passkey.
  await page.bringToFront();
  await page.goto(link);
  await createAccount(page, { name: "Ana Example", email: "ana@example.com" });

  await late.bringToFront();
  await write(late.getByLabel("Your name"), "Eve Example");
  await write(late.getByLabel("E-mail address"), "eve@example.com");
  await press(late.getByRole("button", { name: "Create your passkey" }));
  await expect(late.getByText("This link no longer works.")).toBeVisible();
});

test("without an invitation the page says whom to ask", async ({ page }) => {
  await page.goto(`${latchkey.baseUrl}/sign-up`);
  await expect(page.getByRole("heading", { name: "By invitation only" })).toBeVisible();
  await page.goto(`${latchkey.baseUrl}/sign-up?invitation=x`);
  await expect(page.getByRole("heading", { name: "This invitation doesn’t work" })).toBeVisible();
});
