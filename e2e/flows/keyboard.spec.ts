/** The way from an app to consent and back by the keyboard alone; and what is seen where the system chooses all colours. */
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Page } from "@playwright/test";
import type { LatchkeyProcess } from "../support/latchkey-process.ts";
import { createAccount, openAccountPage, signUp, uniqueEmail } from "../support/people.ts";
import { press } from "../support/press.ts";
import { expect, test } from "../support/test.ts";
import { addVirtualAuthenticator } from "../support/virtual-authenticator.ts";

test.setTimeout(120_000);

let app: Server;
test.beforeEach(async () => {
  app = createServer((_, response) =>
    response
      .writeHead(200, { "content-type": "text/html" })
      .end('<!doctype html><html lang="en"><title>App</title><h1>The app</h1></html>'),
  );
  const { promise, resolve } = Promise.withResolvers<void>();
  app.listen(0, "127.0.0.1", resolve);
  await promise;
});
test.afterEach(() => {
  app.close();
  app.closeAllConnections();
});

async function requestOf(latchkey: LatchkeyProcess): Promise<string> {
  const redirectUri = `http://localhost:${(app.address() as AddressInfo).port}/callback`;
  const added = await latchkey.command(
    ...["client", "add", "--json", "--name", "Notes", "--auth-method", "none"],
    ...["--redirect-uri", redirectUri],
  );
  const { clientId } = JSON.parse(added) as { clientId: string };
  return `${latchkey.baseUrl}/oauth/authorize?${new URLSearchParams({
    client_id: clientId,
    redirect_uri: redirectUri,
    response_type: "code",
    scope: "openid email",
    code_challenge: "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM",
    code_challenge_method: "S256",
  })}`;
}

test("an app is signed in to and allowed by the keyboard alone", async ({ page, latchkey }) => {
  const authenticator = await addVirtualAuthenticator(page);
  await page.goto(`${latchkey.baseUrl}/sign-up`);
  await createAccount(page, { name: "Kay Example", email: uniqueEmail("kay") });
  await page.context().clearCookies();
  const kept = await authenticator.credentials();
  await authenticator.clear();
  await page.goto(await requestOf(latchkey));
  await expect(page.getByRole("heading", { name: "Continue to Notes" })).toBeVisible();
  await page.waitForLoadState("networkidle");
  for (const credential of kept) await authenticator.addCredential(credential);
  await press(page.getByRole("button", { name: "Sign in with a passkey" }));
  await expect(page.getByRole("heading", { name: "Allow Notes?" })).toBeVisible();
  await press(page.getByRole("button", { name: "Allow", exact: true }));
  await expect(page.getByRole("heading", { name: "The app" })).toBeVisible();
});

/** What can be pressed and has neither an edge nor an underline, once every background is the system's. */
function withoutEdge(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [
      ...document.querySelectorAll<HTMLElement>(
        "main button, main .button, main input, main select, dialog[open] button",
      ),
    ]
      .filter(
        (element) =>
          element.checkVisibility() &&
          !element.closest("summary") &&
          element.getAttribute("type") !== "hidden",
      )
      .filter((element) => {
        const { borderTopStyle, borderTopWidth, appearance } = getComputedStyle(element);
        const native =
          appearance !== "none" && element.matches("input[type=checkbox], input[type=radio], select");
        return !native && (borderTopStyle === "none" || Number.parseFloat(borderTopWidth) === 0);
      })
      .map((element) => element.outerHTML.slice(0, 120)),
  );
}

test("where the system chooses all colours, what can be pressed keeps its edge", async ({
  page,
  latchkey,
}) => {
  await page.emulateMedia({ forcedColors: "active" });
  await addVirtualAuthenticator(page);
  await page.goto(`${latchkey.baseUrl}/sign-in`);
  expect(await withoutEdge(page)).toEqual([]);
  await signUp(page, latchkey.baseUrl, { name: "Fay Example", email: uniqueEmail("fay") });
  expect(await withoutEdge(page)).toEqual([]);
  await openAccountPage(page, "Passkeys");
  await press(page.getByRole("button", { name: "Add a passkey" }));
  expect(await withoutEdge(page)).toEqual([]);
  await page.keyboard.press("Escape");
  await page.goto(await requestOf(latchkey));
  await expect(page.getByRole("heading", { name: "Allow Notes?" })).toBeVisible();
  expect(await withoutEdge(page)).toEqual([]);
});
