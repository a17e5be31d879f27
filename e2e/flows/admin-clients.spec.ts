/** The apps, as an administrator adds and minds them. */
import type { Page } from "@playwright/test";
import { click } from "../support/alive.ts";
import { inspect } from "../support/inspect.ts";
import { type LatchkeyProcess, startLatchkey } from "../support/latchkey-process.ts";
import { createAccount, joinElsewhere, setUpAdministrator } from "../support/people.ts";
import { expect, test } from "../support/test.ts";
import { addVirtualAuthenticator } from "../support/virtual-authenticator.ts";

test.setTimeout(300_000);

let latchkey: LatchkeyProcess;
test.beforeAll(async () => {
  test.setTimeout(300_000);
  latchkey = await startLatchkey();
});
test.afterAll(() => latchkey.stop());

test("an administrator sees the apps; to everybody else there is nothing", async ({ page, browser }) => {
  await setUpAdministrator(page, latchkey);
  const other = await joinElsewhere(browser, latchkey, "Leo");
  expect((await other.goto(`${latchkey.baseUrl}/admin/clients`))?.status()).toBe(404);
  await other.close();

  await page.goto(`${latchkey.baseUrl}/admin/clients`);
  await expect(page.getByText("No apps yet")).toBeVisible();
  await inspect(page, "no apps");

  await click(page.getByRole("link", { name: "Add an app" }));
  await expect(page.getByRole("heading", { name: "Add an app" })).toBeVisible();
  await inspect(page, "kinds of apps");
  await click(page.getByRole("link", { name: "Grafana" }));
  await page.getByLabel("Address of the app").fill("https://grafana.example.com/");
  await expect(page.getByLabel("Redirect URIs")).toHaveValue(
    "https://grafana.example.com/login/generic_oauth",
  );
  await inspect(page, "a new app");
  await click(page.getByRole("button", { name: "Add the app" }));
  await expect(page.getByRole("heading", { name: "Grafana is added" })).toBeFocused();
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await click(page.getByRole("button", { name: "Copy grafana.ini" }));
  await expect(page.getByRole("button", { name: "Copied grafana.ini" })).toBeVisible();
  await expectToBeKnown(page, await page.evaluate(() => navigator.clipboard.readText()));
  await inspect(page, "an app that was added");

  await click(page.getByRole("link", { name: "Open the app’s page" }));
  await expect(page.getByRole("heading", { name: "Grafana", level: 1 })).toBeVisible();
  await expect(page.getByText("CLIENT_SECRET").first()).toBeVisible();
  await inspect(page, "an app");
});

const part = (page: Page, name: string) =>
  click(page.getByRole("navigation", { name: "Parts of" }).getByRole("link", { name }));

test("an administrator changes an app, its access and its secrets, and sees what it learns", async ({
  page,
}) => {
  await addVirtualAuthenticator(page);
  await page.goto(`${latchkey.baseUrl}/sign-up`);
  await createAccount(page, { name: "Ana Example", email: "ana@example.com" });
  await latchkey.command("user", "set-role", "--user", "ana@example.com", "--role", "admin");
  await page.goto(`${latchkey.baseUrl}/admin/clients`);
  await click(page.getByRole("link", { name: "Grafana", exact: true }));

  await part(page, "Settings");
  await page.getByLabel("Name", { exact: true }).fill("Dashboards");
  await page.getByLabel("A fingerprint, a face or a PIN").check();
  await page.getByLabel("Redirect URIs").fill("http://grafana.example.com/cb");
  await click(page.getByRole("button", { name: "Save" }));
  await expect(
    page.getByRole("alert").filter({ hasText: "Redirect URIs: Begin the address with https://." }),
  ).toBeVisible();
  await page.getByLabel("Redirect URIs").fill("https://grafana.example.com/cb");
  await click(page.getByRole("button", { name: "Save" }));
  await expect(page.getByText("Saved.")).toBeVisible();
  await expect(page.getByRole("heading", { name: "Dashboards", level: 1 })).toBeVisible();
  await inspect(page, "settings of an app");
  await page.reload();
  await expect(page.getByLabel("A fingerprint, a face or a PIN")).toBeChecked();
  await expect(page.getByLabel("Redirect URIs")).toHaveValue("https://grafana.example.com/cb");

  await part(page, "Access");
  await expect(page.getByText("There are no groups yet")).toBeVisible();
  await latchkey.command("group", "add", "--name", "crew", "--display-name", "Crew");
  await page.reload();
  await page.getByLabel("Crew").check();
  await click(page.getByRole("button", { name: "Save" }));
  await expect(page.getByText("Saved.")).toBeVisible();
  await inspect(page, "access to an app");
  await page.reload();
  await expect(page.getByLabel("Crew")).toBeChecked();
  await page.getByLabel("Crew").uncheck();
  await click(page.getByRole("button", { name: "Save" }));
  await expect(page.getByText("Saved.")).toBeVisible();

  await part(page, "Secrets");
  await page.getByLabel("The present ones end").selectOption("In an hour");
  await click(page.getByRole("button", { name: "Add a secret" }));
  await expect(page.getByLabel("Client secret")).not.toHaveValue("");
  await expect(page.getByRole("table").getByRole("row")).toHaveCount(3);
  await inspect(page, "secrets of an app");
  await click(page.getByRole("button", { name: /^Remove the secret/ }).first());
  await expect(page.getByRole("alertdialog")).toBeVisible();
  await inspect(page, "removing a secret");
  await click(page.getByRole("alertdialog").getByRole("button", { name: "Remove" }));
  await expect(page.getByRole("table").getByRole("row")).toHaveCount(2);

  await page.goto(
    `${latchkey.baseUrl}/oauth/authorize?response_type=code&scope=openid&client_id=${clientIdOf(page)}&redirect_uri=https%3A%2F%2Felse.example%2Fcb`,
  );
  await page.goBack();
  await part(page, "Errors");
  await expect(page.getByRole("definition").filter({ hasText: "https://else.example/cb" })).toBeVisible();
  await expect(page.getByText("https://grafana.example.com/cb")).toBeVisible();
  await inspect(page, "errors of an app");
  await click(page.getByRole("button", { name: "Register this address" }));
  await expect(page.getByText("Anybody can bring about this entry")).toBeVisible();
  await inspect(page, "registering an address of another host");
  await page.getByLabel("Type https://else.example to confirm").fill("https://else.example");
  await click(page.getByRole("alertdialog").getByRole("button", { name: "Register this address" }));
  await expect(page.getByText("This address is registered now.")).toBeVisible();

  const clientId = clientIdOf(page);
  await page.route("https://grafana.example.com/cb?*", (route) => route.fulfill({ body: "Signed in" }));
  await part(page, "Test");
  await page.getByLabel("To confirm that it is me").check();
  await page.getByLabel("For my consent").check();
  await inspect(page, "testing an app");
  await click(page.getByRole("button", { name: "Start the test" }));
  await click(page.getByRole("button", { name: "Continue", exact: false }));
  await click(page.getByRole("button", { name: "Allow", exact: true }));
  await expect(page.getByRole("heading", { name: "The sign-in works" })).toBeVisible();
  await expect(page.getByText(/^Verified with the key \S+ \(RS256\)$/)).toBeVisible();
  await expect(page.getByText("Signature: right").first()).toBeVisible();
  await inspect(page, "what a test shows");

  await part(page, "Claims");
  await page.getByRole("searchbox").fill("ana");
  await page.keyboard.press("Enter");
  await click(page.getByRole("link", { name: "Ana Example ana@example.com" }));
  await expect(page.getByRole("row", { name: /^email ana@example.com/ })).toContainText("Scope email");
  await inspect(page, "claims for a person");

  await part(page, "Overview");
  await click(page.getByRole("button", { name: "Disable" }));
  await click(page.getByRole("alertdialog").getByRole("button", { name: "Disable" }));
  await click(page.getByRole("button", { name: "Enable" }));
  await expect(page.getByText("People can sign in to it.")).toBeVisible();

  await page.goto(`${latchkey.baseUrl}/admin/consents`);
  await expect(page.getByText("No consents yet")).toBeVisible();
  await allow(page, clientId);
  await page.goto(`${latchkey.baseUrl}/admin/consents`);
  await expect(page.getByRole("row", { name: /Ana Example/ })).toContainText("email openid");
  await inspect(page, "consents");
  await click(page.getByRole("button", { name: "Revoke what Dashboards has of Ana Example" }));
  await click(page.getByRole("alertdialog").getByRole("button", { name: "Revoke" }));
  await expect(page.getByText("No consents yet")).toBeVisible();
  await expect(page.locator("#content")).toBeFocused();

  await allow(page, clientId);
  await page.goto(`${latchkey.baseUrl}/admin/consents`);
  await click(page.getByRole("link", { name: "Ana Example", exact: true }));
  await click(
    page.getByRole("navigation", { name: "About Ana Example" }).getByRole("link", { name: "Apps" }),
  );
  await expect(page.getByRole("button", { name: "Revoke Dashboards" })).toBeVisible();
  await inspect(page, "a person's apps");
  await click(page.getByRole("button", { name: "Revoke Dashboards" }));
  await click(page.getByRole("alertdialog").getByRole("button", { name: "Revoke" }));
  await expect(page.getByText("No app was given anything.")).toBeVisible();

  await page.goto(`${latchkey.baseUrl}/admin/clients`);
  await click(page.getByRole("link", { name: "Dashboards" }));
  await click(page.getByRole("button", { name: "Delete the app" }));
  await page.getByLabel("Type Dashboards to confirm").fill("Dashboards");
  await inspect(page, "deleting an app");
  await click(page.getByRole("alertdialog").getByRole("button", { name: "Delete the app" }));
  await expect(page.getByText("No apps yet")).toBeVisible();
});

/** With what was copied the app is known at the token endpoint, which then only misses the code. */
async function expectToBeKnown(page: Page, settings: string): Promise<void> {
  const setting = (name: string) => new RegExp(`^${name} = (.+)$`, "m").exec(settings)?.[1] ?? "";
  const secret = Buffer.from(`${setting("client_id")}:${setting("client_secret")}`).toString("base64");
  const answer = await page.request.post(setting("token_url"), {
    headers: { authorization: `Basic ${secret}` },
    form: {
      grant_type: "authorization_code",
      code: "none",
      redirect_uri: "https://grafana.example.com/login/generic_oauth",
    },
  });
  expect(await answer.json()).toMatchObject({ error: "invalid_grant" });
}

/** Signs in to the app, and lets it have what it asks for. */
async function allow(page: Page, clientId: string): Promise<void> {
  const query = new URLSearchParams({
    response_type: "code",
    client_id: clientId,
    redirect_uri: "https://grafana.example.com/cb",
    scope: "openid email",
    code_challenge: "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM",
    code_challenge_method: "S256",
  });
  await page.goto(`${latchkey.baseUrl}/oauth/authorize?${query}`);
  await click(page.getByRole("button", { name: "Allow", exact: true }));
  await page.waitForURL(/^https:\/\/grafana\.example\.com\/cb\?code=/);
}

const clientIdOf = (page: Page) => new URL(page.url()).pathname.split("/")[3] ?? "";
