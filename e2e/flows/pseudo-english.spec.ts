/**
 * Every page of people in English of strange, longer letters: what is still plain English came from no catalogue, what has no room
 * for German or French scrolls sideways, and a message without its end was cut. A new page is found by its file: nobody can forget it.
 */
import { globSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { startSmtpServer, type TestSmtpServer } from "#lib/testing/smtp-server.ts";
import { click } from "../support/alive.ts";
import { letManageGroups } from "../support/database.ts";
import { type LatchkeyProcess, startLatchkey } from "../support/latchkey-process.ts";
import { expect, test } from "../support/test.ts";
import { addVirtualAuthenticator } from "../support/virtual-authenticator.ts";

test.describe.configure({ mode: "serial" });
test.use({ viewport: { width: 320, height: 640 } });

const app = join(import.meta.dirname, "../../app");

/** The addresses of all pages but the administration's, as patterns. */
const routes = globSync("**/page.tsx", { cwd: app })
  .map((file) => `/${file.replace(/\([^)]+\)\//g, "")}`.replace(/\/page\.tsx$/, "") || "/")
  .filter((route) => !route.startsWith("/admin"))
  .sort();
const routeOf = (path: string) =>
  routes.find((route) => route === path) ??
  routes.find((route) => new RegExp(`^${route.replace(/\[[^\]]+\]/g, "[^/]+")}$`).test(path));

/** Names that are not written in Latin letters are told from words; what else is no word is known by its form. */
const names = { person: "安娜", app: "演示", group: "家", instance: "锁匙" };
const data = [
  /[\w.+-]+@example\.com/g,
  /\b(https?:\/\/|localhost:)\S+/g,
  /\bChrome\b|\bLinux\b/g,
  // Dates and times, which `Intl` writes in English.
  /\b(Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\b|\b(a\.?m|p\.?m|UTC|GMT)\b/gi,
  /\b(in )?[\d.]+ (ms|sec(ond)?s?|min(ute)?s?|hrs?|hours?|days?)( ago)?\b|\b(now|today|yesterday|tomorrow)\b/g,
  /\b[0-9a-f]{8}-[0-9a-f-]{27}\b/g,
  // What protocols call their parameters, scopes, values, algorithms and formats, and the program its own parts.
  /\b[a-z]+(_[a-z]+)+\b|\b(openid|profile|email|address|phone|groups|true|false)\b/g,
  /\b([RPE]S\d{3}|EdDSA|tpm|packed|apple|fido-u2f|android-[a-z]+|start|signing-keys)\b/g,
];

let latchkey: LatchkeyProcess;
let smtp: TestSmtpServer;
const administrator = "ana@example.com";
const seen = new Set<string>();

test.beforeAll(async () => {
  smtp = await startSmtpServer();
  latchkey = await startLatchkey({
    variables: {
      PSEUDO_ENGLISH: "true",
      RP_NAME: names.instance,
      SMTP_URL: `smtp://127.0.0.1:${smtp.port}`,
      MAIL_FROM: "id@example.com",
      EMAIL_SIGN_IN: "on",
    },
  });
  await latchkey.command("group", "add", "--name", "g1", "--display-name", names.group);
  await latchkey.command(
    ...["client", "add", "--id", "1", "--name", names.app, "--auth-method", "none"],
    ...["--redirect-uri", "http://localhost:9/callback", "--json"],
  );
});
test.afterAll(async () => {
  await latchkey.stop();
  await smtp.close();
});

interface PageText {
  /** What somebody reads or hears, but for codes, names and times. */
  readonly texts: readonly string[];
  /** Codes and names, which may stand within sentences too. */
  readonly marked: readonly string[];
  readonly whole: string;
  readonly overflow: number;
}

function read(page: Page): Promise<PageText> {
  return page.evaluate(() => {
    const notWords =
      "script, style, noscript, code, kbd, time, bdi, .mono, [lang]:not(html), [dir=ltr]:not(html), select[name=zoneinfo]";
    const texts = [document.title];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode())
      if (!node.parentElement?.closest(notWords)) texts.push(node.textContent ?? "");
    for (const name of ["aria-label", "title", "placeholder", "alt"])
      for (const element of document.querySelectorAll(`[${name}]`))
        if (!element.closest(notWords)) texts.push(element.getAttribute(name) ?? "");
    const marked = [...document.querySelectorAll("code, bdi, .mono")].map(
      (element) => element.textContent ?? "",
    );
    const root = document.documentElement;
    return { texts, marked, whole: texts.join(""), overflow: root.scrollWidth - root.clientWidth };
  });
}

async function check(page: Page, state: string): Promise<void> {
  const route = routeOf(new URL(page.url()).pathname);
  if (route) seen.add(route);
  const { texts, marked, whole, overflow } = await read(page);
  const known = [...marked.filter((text) => text.trim() !== ""), ...data];
  const plain = texts.filter((text) =>
    /[A-Za-z]/.test(known.reduce<string>((rest, pattern) => rest.replaceAll(pattern, ""), text)),
  );
  expect.soft(plain, `${state}: not from the catalogue`).toEqual([]);
  expect.soft(whole.match(/⟧/g)?.length, `${state}: cut`).toBe(whole.match(/⟦/g)?.length);
  expect.soft(overflow, `${state} scrolls sideways at 320 px`).toBe(0);
}

async function open(page: Page, path: string, state = path): Promise<void> {
  await page.goto(new URL(path, latchkey.baseUrl).href, { waitUntil: "domcontentloaded" });
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await check(page, state);
}

function request(more: Readonly<Record<string, string>> = {}): string {
  return `/oauth/authorize?${new URLSearchParams({
    client_id: "1",
    redirect_uri: "http://localhost:9/callback",
    response_type: "code",
    scope: "openid profile email offline_access",
    code_challenge: "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM",
    code_challenge_method: "S256",
    ...more,
  })}`;
}

/** Opens every page below `start` that a link leads to, each pattern once. */
async function walk(page: Page, start: readonly string[], within: string): Promise<void> {
  const waiting = [...start];
  const visited = new Set<string>();
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    const { pathname } = new URL(path, latchkey.baseUrl);
    const route = routeOf(pathname);
    if (!route?.startsWith(within) || visited.has(route)) continue;
    visited.add(route);
    await open(page, path);
    const links = await page
      .locator("a[href^='/']")
      .evaluateAll((elements) => elements.map((element) => element.getAttribute("href") ?? ""));
    waiting.push(...links);
  }
}

test("whoever is not signed in", async ({ page }) => {
  for (const path of [
    ...["/sign-in", "/sign-up", "/sign-up?invitation=unknown", "/set-up?token=spent", "/sign-out"],
    ...["/sign-in/email", "/sign-in/email?sent=1", "/sign-in/email-link?token=spent", "/sign-in/disabled"],
    ...["/sign-in/recovery-code", "/sign-in/recovery-link?token=spent", "/sign-in/device", "/device"],
    ...["/consent?interaction=unknown", "/no/such/page", "/oauth/authorize?client_id=nobody"],
    ...["/account/confirm-email?token=spent", request(), latchkey.setUpLink ?? ""],
  ])
    await open(page, path);
  await page.goto(`${latchkey.baseUrl}/sign-up`);
  await click(page.locator("main button[type=submit]").first());
  await expect(page.locator("[aria-invalid=true]").first()).toBeVisible();
  await check(page, "sign-up with errors");
});

test("whoever is signed in", async ({ page }) => {
  await addVirtualAuthenticator(page);
  await page.goto(latchkey.setUpLink ?? "");
  await page.locator("main input").nth(0).fill(names.person);
  await page.locator("main input").nth(1).fill(administrator);
  await click(page.locator("main button[type=submit]").first());
  await expect(page.locator("[data-ceremony=done], [data-settled]").first()).toBeVisible();
  await check(page, "passkey created");
  await letManageGroups(latchkey, administrator);

  await walk(
    page,
    routes.filter((route) => route.startsWith("/account")),
    "/account",
  );
  for (const path of [
    ...[
      "/approve",
      "/approve?result=approved",
      "/sign-in/this-device",
      "/sign-in/device?result=refused",
      "/sign-out",
    ],
    ...[request(), request({ prompt: "select_account" }), request({ prompt: "login" })],
  ])
    await open(page, path);
});

test("whoever came back in without a passkey", async ({ page }) => {
  const made = await latchkey.command("admin-link", "--user", administrator, "--json");
  await open(page, (JSON.parse(made) as { link: string }).link, "a link back in");
  await click(page.locator("main button[type=submit]").first());
  await expect(page).toHaveURL(/\/sign-in\/recovered/);
  await check(page, "back in");
  await open(page, "/account", "the account of somebody who came back in");
});

test("no page was forgotten", () => {
  // The address alone only redirects, an app that keeps people out is shown by the tests of access rules, and the
  // documents of the API are English.
  const elsewhere = new Set(["/", "/no-access", "/api/docs"]);
  expect(routes.filter((route) => !seen.has(route) && !elsewhere.has(route))).toEqual([]);
});
