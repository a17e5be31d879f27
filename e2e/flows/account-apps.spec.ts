/** The apps that a person signed in to: what each sees, and taking that back. */
import { type DemoProcess, startDemo } from "../support/demo-process.ts";
import { inspect } from "../support/inspect.ts";
import { openAccountPage, signUp, uniqueEmail } from "../support/people.ts";
import { press } from "../support/press.ts";
import { expect, test } from "../support/test.ts";
import { addVirtualAuthenticator } from "../support/virtual-authenticator.ts";

test.setTimeout(300_000);

let demo: DemoProcess;
test.beforeAll(async ({ latchkey }) => {
  demo = await startDemo(latchkey);
});
test.afterAll(() => demo.stop());

test("shows what an app sees, and takes its access back", async ({ page, latchkey }) => {
  await addVirtualAuthenticator(page);
  const email = uniqueEmail("ana");
  await signUp(page, latchkey.baseUrl, { name: "Ana Example", email });
  await openAccountPage(page, "Apps");
  await expect(page.getByText("No apps yet")).toBeVisible();
  await inspect(page, "no apps");

  await page.goto(`${demo.address}/sign-in`);
  await press(page.getByRole("button", { name: "Allow", exact: true }));
  await expect(page.getByRole("heading", { name: "Hello, Ana Example" })).toBeVisible();
  await page.goto(`${latchkey.baseUrl}/account/apps`);
  const app = page.getByRole("main").getByRole("listitem").filter({ hasText: "Demo app" }).first();
  await expect(app).toContainText(/Sees: .*Name.*E-mail address/);
  await expect(app.getByText(email)).toBeHidden();
  await press(app.locator("summary"));
  await expect(app.getByText(email)).toBeVisible();
  await inspect(page, "an app");

  await press(page.getByRole("button", { name: "Remove access of Demo app" }));
  const dialog = page.getByRole("alertdialog", { name: "Remove the access of Demo app?" });
  await expect(dialog).toContainText("If you sign in to it again, it asks you anew.");
  await expect(dialog.getByRole("button", { name: "Keep it" })).toBeFocused();
  await inspect(page, "asking before access is removed");
  await press(dialog.getByRole("button", { name: "Remove access" }));
  await expect(page.getByText("The access is removed.")).toBeFocused();
  await expect(page.getByText("No apps yet")).toBeVisible();

  await page.goto(`${demo.address}/sign-in`);
  await expect(page.getByRole("heading", { name: "Allow Demo app?" })).toBeVisible();
});

test("takes back without JavaScript, and refuses an app that is not one’s own", async ({
  browser,
  page,
  latchkey,
}) => {
  await addVirtualAuthenticator(page);
  await signUp(page, latchkey.baseUrl, { name: "Kim Example", email: uniqueEmail("kim") });
  await page.goto(`${demo.address}/sign-in`);
  await press(page.getByRole("button", { name: "Allow", exact: true }));
  await expect(page.getByRole("heading", { name: "Hello, Kim Example" })).toBeVisible();
  await latchkey.command(
    "client",
    "add",
    "--id",
    "somebody-elses",
    "--name",
    "Other",
    "--redirect-uri",
    "https://other.example/callback",
  );

  await page.goto(`${latchkey.baseUrl}/account/apps`);
  await press(page.getByRole("button", { name: "Remove access of Demo app" }));
  await page.locator("input[name=clientId]").evaluate((field: HTMLInputElement) => {
    field.value = "somebody-elses";
  });
  await press(page.getByRole("alertdialog").getByRole("button", { name: "Remove access" }));
  await expect(page.getByRole("alert").filter({ hasText: "This app has no access" })).toBeVisible();

  const context = await browser.newContext({
    javaScriptEnabled: false,
    storageState: await page.context().storageState(),
  });
  const plain = await context.newPage();
  await plain.goto(`${latchkey.baseUrl}/account/apps`);
  await press(plain.getByRole("button", { name: "Remove access of Demo app" }));
  await expect(plain.getByText("The access is removed.")).toBeVisible();
  await expect(plain.getByText("No apps yet")).toBeVisible();
  await context.close();
});
