/** Several accounts in one browser, apps that let not everybody in, and answers that come by a form. */
import { createHash } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "@playwright/test";
import { inspect } from "../support/inspect.ts";
import type { LatchkeyProcess } from "../support/latchkey-process.ts";
import { createAccount, signUp, uniqueEmail } from "../support/people.ts";
import { press } from "../support/press.ts";
import { expect, test } from "../support/test.ts";
import { addVirtualAuthenticator } from "../support/virtual-authenticator.ts";

test.setTimeout(300_000);

/** An app that shows what it was sent, by query or by form. */
interface App {
  readonly server: Server;
  readonly redirectUri: string;
  readonly received: { method: string; parameters: URLSearchParams }[];
}

async function startApp(): Promise<App> {
  const received: App["received"] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const url = new URL(request.url ?? "", "http://localhost");
    if (url.pathname === "/callback") {
      const method = request.method ?? "";
      const text = method === "POST" ? Buffer.concat(chunks).toString() : url.search;
      received.push({ method, parameters: new URLSearchParams(text) });
      // On to another host, as forward-auth proxies do: no policy of ours may reach that far.
      const { port } = server.address() as AddressInfo;
      response.writeHead(303, { location: `http://127.0.0.1:${port}/app` }).end();
    } else
      response
        .writeHead(200, { "content-type": "text/html" })
        .end('<!doctype html><html lang="en"><title>App</title><h1>The app</h1></html>');
  });
  const { promise, resolve } = Promise.withResolvers<void>();
  server.listen(0, "127.0.0.1", resolve);
  await promise;
  const { port } = server.address() as AddressInfo;
  return { server, redirectUri: `http://localhost:${port}/callback`, received };
}

async function register(latchkey: LatchkeyProcess, app: App, metadata: object = {}): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "latchkey-app-"));
  const file = join(folder, "client.json");
  const client = { name: "Notes", tokenEndpointAuthMethod: "none", redirectUris: [app.redirectUri] };
  writeFileSync(file, JSON.stringify({ ...client, firstParty: true, ...metadata }));
  try {
    const added = await latchkey.command("client", "add", "--json", "--file", file);
    return (JSON.parse(added) as { clientId: string }).clientId;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function request(latchkey: LatchkeyProcess, app: App, clientId: string, more: Record<string, string> = {}) {
  const query = new URLSearchParams({
    client_id: clientId,
    redirect_uri: app.redirectUri,
    response_type: "code",
    scope: "openid email",
    state: "the state",
    code_challenge: createHash("sha256").update("v".repeat(43)).digest("base64url"),
    code_challenge_method: "S256",
    ...more,
  });
  return `${latchkey.baseUrl}/oauth/authorize?${query}`;
}

let app: App;
test.beforeEach(async () => {
  app = await startApp();
});
test.afterEach(() => {
  app.server.close();
  app.server.closeAllConnections();
});

const arrived = (page: Page) => expect(page.getByRole("heading", { name: "The app" })).toBeVisible();

/** Two people with accounts in one browser; the second is shown. */
async function signUpTwo(page: Page, latchkey: LatchkeyProcess) {
  const authenticator = await addVirtualAuthenticator(page);
  await signUp(page, latchkey.baseUrl, { name: "Ana Example", email: uniqueEmail("ana") });
  await signUp(page, latchkey.baseUrl, { name: "Leo Example", email: uniqueEmail("leo") });
  return { authenticator };
}

test("a person chooses among the accounts of the browser, by keyboard too", async ({ page, latchkey }) => {
  const clientId = await register(latchkey, app);
  await signUpTwo(page, latchkey);
  await page.goto(request(latchkey, app, clientId, { prompt: "select_account" }));
  await expect(page.getByRole("heading", { name: "Choose an account for Notes" })).toBeVisible();
  await inspect(page, "account chooser");
  const choices = page.getByRole("button", { name: /Example/ });
  await expect(choices).toHaveCount(2);
  await expect(choices.first()).toContainText("Leo Example");
  await choices.last().focus();
  await page.keyboard.press("Enter");
  await arrived(page);
  await page.goto(`${latchkey.baseUrl}/account`);
  await expect(page.getByRole("heading", { name: "Hello, Ana Example" })).toBeVisible();
});

test("another account is added from the chooser, and the others stay", async ({ page, latchkey }) => {
  const clientId = await register(latchkey, app);
  const authenticator = await addVirtualAuthenticator(page);
  await signUp(page, latchkey.baseUrl, { name: "Ana Example", email: uniqueEmail("ana") });
  await page.context().clearCookies();
  const [ana] = await authenticator.credentials();
  await authenticator.clear();
  await signUp(page, latchkey.baseUrl, { name: "Leo Example", email: uniqueEmail("leo") });
  await authenticator.clear();
  if (ana) await authenticator.addCredential(ana);
  await page.goto(request(latchkey, app, clientId, { prompt: "select_account" }));
  await expect(page.getByRole("button", { name: /Example/ })).toHaveCount(1);
  // The browser's authenticator answers the sign-in page by itself, as if the person had picked the account there.
  await press(page.getByRole("link", { name: "Use another account" }));
  await arrived(page);
  await page.goto(request(latchkey, app, clientId, { prompt: "select_account" }));
  await expect(page.getByRole("button", { name: /Example/ })).toHaveCount(2);
});

test("signing out ends the account shown, then the next; or all at once", async ({ page, latchkey }) => {
  const { authenticator } = await signUpTwo(page, latchkey);
  await page.goto(`${latchkey.baseUrl}/sign-out`);
  await inspect(page, "sign out of several");
  await press(page.getByRole("button", { name: "Sign out", exact: true }));
  await expect(page.getByRole("heading", { name: "You’re signed out" })).toBeVisible();
  await expect(page.getByText("Ana Example is still signed in")).toBeVisible();
  await inspect(page, "signed out of one of several");
  await press(page.getByRole("link", { name: "Go on with that account" }));
  await expect(page.getByRole("heading", { name: "Hello, Ana Example" })).toBeVisible();
  await page.goto(`${latchkey.baseUrl}/sign-up`);
  await createAccount(page, { name: "Kim Example", email: uniqueEmail("kim") });
  await page.goto(`${latchkey.baseUrl}/sign-out`);
  await authenticator.clear();
  await press(page.getByRole("button", { name: "Sign out of all accounts here" }));
  await expect(page.getByRole("link", { name: "Sign in again" })).toBeVisible();
  await page.goto(`${latchkey.baseUrl}/account`);
  await expect(page.getByRole("heading", { name: "Sign in", level: 1 })).toBeVisible();
});

test("an answer by form arrives with and without a question before it", async ({ page, latchkey }) => {
  const clientId = await register(latchkey, app, { firstParty: false });
  await addVirtualAuthenticator(page);
  await signUp(page, latchkey.baseUrl, { name: "Ana Example", email: uniqueEmail("ana") });
  const address = request(latchkey, app, clientId, { response_mode: "form_post" });
  await page.goto(address);
  await press(page.getByRole("button", { name: "Allow", exact: true }));
  await arrived(page);
  await page.goto(address);
  await arrived(page);
  expect(app.received.map(({ method }) => method)).toEqual(["POST", "POST"]);
  for (const { parameters } of app.received) {
    expect(parameters.get("code")).toMatch(/^.{43}$/);
    expect(parameters.get("state")).toBe("the state");
    expect(parameters.get("iss")).toBe(latchkey.baseUrl);
  }
});

/** A second browser with the first one's cookies that runs no scripts. */
async function withoutScripts(browser: Browser, page: Page): Promise<Page> {
  const context = await browser.newContext({ javaScriptEnabled: false });
  await context.addCookies(await page.context().cookies());
  return context.newPage();
}

test("without scripts the form has a button, and the chooser works", async ({ page, browser, latchkey }) => {
  const clientId = await register(latchkey, app);
  await signUpTwo(page, latchkey);
  const plain = await withoutScripts(browser, page);
  const more = { response_mode: "form_post", prompt: "select_account" };
  await plain.goto(request(latchkey, app, clientId, more));
  await press(plain.getByRole("button", { name: /Ana Example/ }));
  await expect(plain.getByRole("heading", { name: "Taking you back" })).toBeVisible();
  await press(plain.getByRole("button", { name: "Continue" }));
  await arrived(plain);
  expect(app.received).toHaveLength(1);
  await plain.context().close();
});

test("who may not use an app reads why, and the app hears of it", async ({ page, latchkey }) => {
  const clientId = await register(latchkey, app, { requireDeviceBound: true });
  await addVirtualAuthenticator(page, { backedUp: true });
  await signUp(page, latchkey.baseUrl, { name: "Ana Example", email: uniqueEmail("ana") });
  // The sign-in page asks for another passkey, and the browser's authenticator has but this one.
  await page.goto(request(latchkey, app, clientId));
  await expect(page.getByRole("heading", { name: "Use another passkey" })).toBeVisible();
  await press(page.getByRole("button", { name: /^Continue as Ana Example/ }));
  await expect(page.getByRole("heading", { name: "No access to Notes" })).toBeVisible();
  await expect(page.getByText("can’t leave its device")).toBeVisible();
  await inspect(page, "no access");
  await press(page.getByRole("button", { name: "Go back to Notes" }));
  await arrived(page);
  expect(app.received[0]?.parameters.get("error")).toBe("unmet_authentication_requirements");
});

test("consent asks for scopes, single claims, services and access while away", async ({ page, latchkey }) => {
  const resource = "https://api.example.com/v1/";
  const clientId = await register(latchkey, app, { firstParty: false, resources: [resource] });
  await addVirtualAuthenticator(page);
  await signUp(page, latchkey.baseUrl, { name: "Ana Example", email: uniqueEmail("ana") });
  const claims = JSON.stringify({ userinfo: { name: { essential: true } } });
  const address = request(latchkey, app, clientId, {
    scope: "openid email offline_access",
    claims,
    resource,
  });
  await page.goto(address);
  await expect(page.getByRole("heading", { name: "Allow Notes?" })).toBeVisible();
  await expect(page.getByText("Access while you’re away")).toBeVisible();
  await expect(page.getByText(resource)).toBeVisible();
  await inspect(page, "consent to everything");
  await press(page.getByRole("button", { name: "Allow", exact: true }));
  await arrived(page);
  // Only what is new is asked: the services and the address are known by now.
  await page.goto(request(latchkey, app, clientId, { scope: "openid email profile", resource }));
  await expect(page.getByRole("heading", { name: "Allow Notes?" })).toBeVisible();
  await expect(page.getByText("E-mail address")).toBeHidden();
  await expect(page.getByText(resource)).toBeHidden();
});

test("consent to an app that asks for nothing says so", async ({ page, latchkey }) => {
  const clientId = await register(latchkey, app, { firstParty: false });
  await addVirtualAuthenticator(page);
  await signUp(page, latchkey.baseUrl, { name: "Ana Example", email: uniqueEmail("ana") });
  const address = request(latchkey, app, clientId, { scope: "" });
  await page.goto(address);
  await expect(page.getByRole("heading", { name: "Allow Notes?" })).toBeVisible();
  await expect(page.getByText("asks for nothing from your profile")).toBeVisible();
  await expect(page.getByText("will see")).toBeHidden();
  await inspect(page, "consent to nothing");
  await press(page.getByRole("button", { name: "Allow", exact: true }));
  await arrived(page);
  await page.goto(address);
  await arrived(page);
});

test("the sign-in page says which passkey an app needs, and fills in whom it expects", async ({
  page,
  latchkey,
}) => {
  const clientId = await register(latchkey, app, { requireDeviceBound: true });
  const authenticator = await addVirtualAuthenticator(page, { backedUp: true });
  await signUp(page, latchkey.baseUrl, { name: "Ana Example", email: uniqueEmail("ana") });
  await authenticator.setPresence(false);
  await page.goto(request(latchkey, app, clientId, { login_hint: "bo@example.com" }));
  await expect(page.getByRole("heading", { name: "Use another passkey" })).toBeVisible();
  await expect(page.getByText("Notes needs a passkey that can’t leave its device")).toBeVisible();
  await expect(page.getByLabel("E-mail address")).toHaveValue("bo@example.com");
  await inspect(page, "another passkey demanded");
});
