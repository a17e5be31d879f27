/** The demo app signs in through Latchkey: authorize, consent, token, userinfo, silent check, logout. */
import { type DemoProcess, startDemo } from "../support/demo-process.ts";
import { signUp, uniqueEmail } from "../support/people.ts";
import { press } from "../support/press.ts";
import { expect, test } from "../support/test.ts";
import { addVirtualAuthenticator } from "../support/virtual-authenticator.ts";

let demo: DemoProcess;
test.beforeAll(async ({ latchkey }) => {
  demo = await startDemo(latchkey);
});
test.afterAll(() => demo.stop());

test("an app signs a person in, sees what was allowed, checks silently, and signs out", async ({
  page,
  latchkey,
}) => {
  await addVirtualAuthenticator(page);
  const person = { name: "Ana Example", email: uniqueEmail("ana") };
  await signUp(page, latchkey.baseUrl, person);

  await page.goto(demo.address);
  await press(page.getByRole("link", { name: "Sign in with Latchkey" }));
  await expect(page.getByRole("heading", { name: "Allow Demo app?" })).toBeVisible();
  await expect(page.getByText(person.email).first()).toBeVisible();
  await expect(page.getByText(new URL(demo.address).host)).toBeVisible();
  // The question outlives the process that asked it.
  await latchkey.restart();
  await press(page.getByRole("button", { name: "Allow", exact: true }));

  await expect(page.getByRole("heading", { name: "Hello, Ana Example" })).toBeVisible();
  expect(page.url().startsWith(demo.address)).toBe(true);
  const idToken = page.locator("#id-token");
  await expect(idToken.getByRole("row", { name: `iss ${latchkey.baseUrl}` })).toBeVisible();
  await expect(idToken.getByRole("row", { name: "acr phr" })).toBeVisible();
  await expect(page.locator("#userinfo").getByRole("row", { name: `email ${person.email}` })).toBeVisible();

  await press(page.getByRole("link", { name: "Check silently" }));
  await expect(page.getByRole("heading", { name: "Hello, Ana Example" })).toBeVisible();

  await press(page.getByRole("button", { name: "Sign out" }));
  await page.waitForURL(`${demo.address}/signed-out**`);
  await page.goto(`${demo.address}/silent`);
  await expect(page.getByRole("heading", { name: "Nobody is signed in" })).toBeVisible();
});

test("a person who is not signed in meets the sign-in page of the app, then consent", async ({
  page,
  latchkey,
}) => {
  const authenticator = await addVirtualAuthenticator(page);
  await signUp(page, latchkey.baseUrl, { name: "Max Example", email: uniqueEmail("max") });
  await page.context().clearCookies();
  const kept = await authenticator.credentials();
  await authenticator.clear();
  await page.goto(`${demo.address}/sign-in`);
  await expect(page.getByRole("heading", { name: "Continue to Demo app" })).toBeVisible();
  await page.waitForLoadState("networkidle");
  for (const credential of kept) await authenticator.addCredential(credential);
  await press(page.getByRole("button", { name: "Sign in with a passkey" }));
  await expect(page.getByRole("heading", { name: "Allow Demo app?" })).toBeVisible();
  await press(page.getByRole("button", { name: "Don’t allow" }));
  await expect(page.getByText("access_denied")).toBeVisible();
  expect(page.url().startsWith(demo.address)).toBe(true);
});

test("consent and sign-out work without JavaScript", async ({ browser, page, latchkey }) => {
  await addVirtualAuthenticator(page);
  await signUp(page, latchkey.baseUrl, { name: "Kim Example", email: uniqueEmail("kim") });
  const context = await browser.newContext({
    javaScriptEnabled: false,
    storageState: await page.context().storageState(),
  });
  const plain = await context.newPage();
  await plain.goto(`${demo.address}/sign-in`);
  await expect(plain.getByRole("heading", { name: "Allow Demo app?" })).toBeVisible();
  await press(plain.getByRole("button", { name: "Allow", exact: true }));
  await expect(plain.getByRole("heading", { name: "Hello, Kim Example" })).toBeVisible();
  await plain.goto(`${latchkey.baseUrl}/oauth/end-session`);
  await expect(plain.getByRole("heading", { name: "Sign out?" })).toBeVisible();
  await press(plain.getByRole("button", { name: "Sign out" }));
  await expect(plain.getByRole("heading", { name: "You’re signed out" })).toBeVisible();
  await plain.goto(`${latchkey.baseUrl}/account`);
  await expect(plain.getByRole("heading", { name: "Sign in" })).toBeVisible();
  // Text queries pass over noscript, so it is asked for by its element.
  await expect(plain.locator("noscript")).toBeVisible();
  expect(await plain.locator("noscript").innerHTML()).toContain("Passkeys need JavaScript");
  await context.close();
});

test("a wrong redirect address is told on a page and never followed", async ({ page, latchkey }) => {
  const query = new URLSearchParams({
    client_id: `demo-${new URL(demo.address).port}`,
    response_type: "code",
    scope: "openid",
    redirect_uri: "https://evil.example/callback",
  });
  const response = await page.goto(`${latchkey.baseUrl}/oauth/authorize?${query}`);
  expect(response?.status()).toBe(400);
  expect(new URL(page.url()).origin).toBe(latchkey.baseUrl);
  await expect(page.getByText("https://evil.example/callback")).toBeVisible();
});
