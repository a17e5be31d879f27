/** oidc-client-ts, an app without a server of its own: everything happens in the page, across origins. */
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import type { User, UserManager } from "oidc-client-ts";
import { click } from "../support/alive.ts";
import type { LatchkeyProcess } from "../support/latchkey-process.ts";
import { signUp, uniqueEmail } from "../support/people.ts";
import { expect, test } from "../support/test.ts";
import { addVirtualAuthenticator } from "../support/virtual-authenticator.ts";

const root = join(import.meta.dirname, "../..");
const files = {
  "/oidc-client-ts.js": ["text/javascript", "node_modules/oidc-client-ts/dist/browser/oidc-client-ts.min.js"],
  "/app.js": ["text/javascript", "e2e/oidc/clients/browser-app/app.js"],
} as const;
const anyPage = ["text/html; charset=utf-8", "e2e/oidc/clients/browser-app/app.html"] as const;

let server: Server;
let origin: string;
test.beforeAll(async () => {
  server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://localhost");
    const [type, file] = files[pathname as keyof typeof files] ?? anyPage;
    response.writeHead(200, { "content-type": type }).end(readFileSync(join(root, file)));
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  origin = `http://localhost:${(server.address() as AddressInfo).port}`;
});
test.afterAll(() => {
  server.closeAllConnections();
  server.close();
});

async function register(latchkey: LatchkeyProcess, metadata: object): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "latchkey-app-"));
  const file = join(folder, "client.json");
  const client = {
    name: "Browser app",
    tokenEndpointAuthMethod: "none",
    firstParty: true,
    redirectUris: ["/callback", "/silent", "/popup"].map((path) => origin + path),
    postLogoutRedirectUris: [`${origin}/signed-out`],
  };
  writeFileSync(file, JSON.stringify({ ...client, ...metadata }));
  try {
    const added = await latchkey.command("client", "add", "--json", "--file", file);
    return (JSON.parse(added) as { clientId: string }).clientId;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

declare global {
  interface Window {
    manager: UserManager;
    finished: Promise<string>;
  }
}

/** Somebody who is signed in at the provider, at the app's first page. */
async function openApp(page: Page, latchkey: LatchkeyProcess, metadata: object, settings: object = {}) {
  const client_id = await register(latchkey, metadata);
  await addVirtualAuthenticator(page);
  await signUp(page, latchkey.baseUrl, { name: "Ana Example", email: uniqueEmail("browser-app") });
  await page.goto(origin);
  const all = { authority: latchkey.baseUrl, client_id, scope: "openid profile", ...settings };
  await page.evaluate((value) => localStorage.setItem("settings", JSON.stringify(value)), all);
  await page.reload();
}

async function signIn(page: Page): Promise<Pick<User, "access_token" | "profile">> {
  await page.evaluate(() => void window.manager.signinRedirect());
  await page.waitForURL(`${origin}/callback**`);
  expect(await page.evaluate(() => window.finished)).toBe("done");
  return userOf(page);
}

async function userOf(page: Page): Promise<Pick<User, "access_token" | "profile" | "token_type">> {
  const user = await page.evaluate(async () => {
    const found = await window.manager.getUser();
    return (
      found && { access_token: found.access_token, profile: found.profile, token_type: found.token_type }
    );
  });
  if (!user) throw new Error("nobody is signed in to the app");
  return user;
}

/** What became of a silent renewal: the new access token, or the error's code. */
function renew(page: Page): Promise<string> {
  return page.evaluate(async () => {
    try {
      return (await window.manager.signinSilent())?.access_token ?? "nobody";
    } catch (error) {
      return (error as { error?: string }).error ?? String(error);
    }
  });
}

test("signs in by redirect, reads userinfo across origins, and renews silently in a frame", async ({
  page,
  latchkey,
}) => {
  await openApp(page, latchkey, { grantTypes: ["authorization_code"] });
  const first = await signIn(page);
  expect(first.profile).toMatchObject({ iss: latchkey.baseUrl, name: "Ana Example" });
  const asked: string[] = [];
  page.on("request", (request) => {
    if (request.frame() !== page.mainFrame() && request.isNavigationRequest()) asked.push(request.url());
  });
  const second = await renew(page);
  expect(second).toMatch(/^[\w-]{43}$/);
  expect(second).not.toBe(first.access_token);
  expect(asked.some((url) => new URL(url).searchParams.get("prompt") === "none")).toBe(true);
  expect((await userOf(page)).profile.sub).toBe(first.profile.sub);

  await page.evaluate(() => void window.manager.signoutRedirect());
  await page.waitForURL(`${origin}/signed-out**`);
  expect(await page.evaluate(() => window.finished)).toBe("done");
  expect(await renew(page)).toBe("login_required");
});

test("renews by its refresh token, without a frame, and revokes what it holds", async ({
  page,
  latchkey,
}) => {
  await openApp(page, latchkey, { grantTypes: ["authorization_code", "refresh_token"] });
  const first = await signIn(page);
  const frames: string[] = [];
  page.on("frameattached", (frame) => frames.push(frame.url()));
  const second = await renew(page);
  expect(second).toMatch(/^[\w-]{43}$/);
  expect(second).not.toBe(first.access_token);
  expect(frames).toEqual([]);
  await page.evaluate(() => window.manager.revokeTokens());
  const answer = await page.request.get(`${latchkey.baseUrl}/oauth/userinfo`, {
    headers: { authorization: `Bearer ${second}` },
  });
  expect(answer.status()).toBe(401);
});

test("binds its tokens to a key that never leaves the browser", async ({ page, latchkey }) => {
  const metadata = { grantTypes: ["authorization_code", "refresh_token"], dpopBoundAccessTokens: true };
  await openApp(page, latchkey, metadata, { dpop: true });
  await signIn(page);
  expect((await userOf(page)).token_type).toBe("DPoP");
  expect(await renew(page)).toMatch(/^[\w-]{43}$/);
});

test("signs in in a window of its own, which tells the page that opened it", async ({ page, latchkey }) => {
  await openApp(page, latchkey, { grantTypes: ["authorization_code"], firstParty: false });
  const opened = page.waitForEvent("popup");
  const signedIn = page.evaluate(async () => (await window.manager.signinPopup()).profile.name);
  const popup = await opened;
  await click(popup.getByRole("button", { name: "Allow", exact: true }));
  expect(await signedIn).toBe("Ana Example");
});
