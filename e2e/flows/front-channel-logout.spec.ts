/** Signing out in a browser while apps' own pages run in frames. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { click } from "../support/alive.ts";
import type { LatchkeyProcess } from "../support/latchkey-process.ts";
import { signUp, uniqueEmail } from "../support/people.ts";
import { expect, test } from "../support/test.ts";
import { addVirtualAuthenticator } from "../support/virtual-authenticator.ts";

test.setTimeout(300_000);

interface App {
  readonly server: Server;
  readonly origin: string;
  /** Addresses that were opened at it, without the browser's own wishes. */
  readonly opened: URL[];
}

async function startApp(): Promise<App> {
  const opened: URL[] = [];
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? "/", "http://localhost");
    if (url.pathname !== "/favicon.ico") opened.push(url);
    response
      .writeHead(200, { "content-type": "text/html" })
      .end('<!doctype html><html lang="en"><title>App</title><h1>The app</h1></html>');
  });
  const { promise, resolve } = Promise.withResolvers<void>();
  server.listen(0, "127.0.0.1", resolve);
  await promise;
  const { port } = server.address() as AddressInfo;
  return { server, origin: `http://localhost:${port}`, opened };
}

async function register(latchkey: LatchkeyProcess, { origin }: App): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "latchkey-app-"));
  const file = join(folder, "client.json");
  const metadata = {
    name: "Notes",
    tokenEndpointAuthMethod: "none",
    firstParty: true,
    redirectUris: [`${origin}/callback`],
    postLogoutRedirectUris: [`${origin}/bye`],
    frontchannelLogoutUri: `${origin}/out`,
    frontchannelLogoutSessionRequired: true,
  };
  writeFileSync(file, JSON.stringify(metadata));
  try {
    const added = await latchkey.command("client", "add", "--json", "--file", file);
    return (JSON.parse(added) as { clientId: string }).clientId;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function signInTo(page: Page, latchkey: LatchkeyProcess, { origin }: App, clientId: string) {
  const query = new URLSearchParams({
    client_id: clientId,
    response_type: "code",
    scope: "openid",
    redirect_uri: `${origin}/callback`,
    code_challenge: "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM",
    code_challenge_method: "S256",
  });
  await page.goto(`${latchkey.baseUrl}/oauth/authorize?${query}`);
  await expect(page.getByRole("heading", { name: "The app" })).toBeVisible();
}

test("apps are signed out of in frames, after the person said yes to an app", async ({ page, latchkey }) => {
  const apps = [await startApp(), await startApp()];
  const [first, second] = apps;
  if (!first || !second) throw new Error("no apps");
  await addVirtualAuthenticator(page);
  await signUp(page, latchkey.baseUrl, { name: "Lou Example", email: uniqueEmail("lou") });
  const ids = [];
  for (const app of apps) {
    const clientId = await register(latchkey, app);
    ids.push(clientId);
    await signInTo(page, latchkey, app, clientId);
  }
  const query = new URLSearchParams({
    client_id: ids[0] ?? "",
    post_logout_redirect_uri: `${first.origin}/bye`,
    state: "kept",
  });
  await page.goto(`${latchkey.baseUrl}/oauth/end-session?${query}`);
  await click(page.getByRole("button", { name: "Sign out" }));
  await expect(page.getByRole("heading", { name: /Signing you out|The app/ })).toBeVisible();
  // The page goes on with the last frame, and not only when its five seconds are over.
  await page.waitForURL(`${first.origin}/bye?state=kept`, { timeout: 4_000 });
  for (const { opened } of apps) {
    const out = opened.find(({ pathname }) => pathname === "/out");
    expect(out?.searchParams.get("iss")).toBe(latchkey.baseUrl);
    expect(out?.searchParams.get("sid")).toMatch(/^[0-9a-f-]{36}$/);
  }
  await page.goto(`${latchkey.baseUrl}/account`);
  await expect(page.getByRole("heading", { name: "Sign in" })).toBeVisible();
  for (const { server } of apps) {
    server.closeAllConnections();
    server.close();
  }
});

test("the frames load without JavaScript too, on a sign-out of the person's own", async ({
  browser,
  page,
  latchkey,
}) => {
  const app = await startApp();
  await addVirtualAuthenticator(page);
  await signUp(page, latchkey.baseUrl, { name: "Max Example", email: uniqueEmail("max") });
  await signInTo(page, latchkey, app, await register(latchkey, app));
  const context = await browser.newContext({
    javaScriptEnabled: false,
    storageState: await page.context().storageState(),
  });
  const plain = await context.newPage();
  await plain.goto(`${latchkey.baseUrl}/sign-out`);
  await click(plain.getByRole("button", { name: "Sign out" }));
  await expect(plain.getByRole("heading", { name: "Signing you out" })).toBeVisible();
  await expect(plain.getByRole("heading", { name: "You’re signed out" })).toBeVisible({ timeout: 15_000 });
  expect(app.opened.map(({ pathname }) => pathname)).toContain("/out");
  await context.close();
  app.server.closeAllConnections();
  app.server.close();
});
