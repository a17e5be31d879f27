/** In which language the pages speak, and how a person changes it. */
import type { Browser, Page } from "@playwright/test";
import { startDemo } from "../support/demo-process.ts";
import { inspect } from "../support/inspect.ts";
import { signUp, uniqueEmail } from "../support/people.ts";
import { press } from "../support/press.ts";
import { expect, test, watch } from "../support/test.ts";
import { addVirtualAuthenticator } from "../support/virtual-authenticator.ts";

interface Visit {
  readonly locale: string;
  readonly javaScriptEnabled?: boolean;
}

async function visit(browser: Browser, options: Visit, work: (page: Page) => Promise<void>): Promise<void> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const problems = watch(page);
  await work(page);
  expect(problems).toEqual([]);
  await context.close();
}

const heading = (page: Page) => page.getByRole("heading", { level: 1 });

async function choose(page: Page, from: string, to: string): Promise<void> {
  await press(page.getByRole("button", { name: from }));
  await press(page.getByRole("button", { name: to, exact: true }));
}

test("a browser is answered in its language, and from right to left where that is written so", async ({
  browser,
  latchkey,
}) => {
  await visit(browser, { locale: "de-CH" }, async (page) => {
    await page.goto(`${latchkey.baseUrl}/sign-in`);
    await expect(heading(page)).toHaveText("Anmelden");
    await expect(page).toHaveTitle("Anmelden · Latchkey");
    await expect(page.locator("html")).toHaveAttribute("lang", "de");
    await expect(page.locator("html")).toHaveAttribute("dir", "ltr");
  });
  await visit(browser, { locale: "ar-EG" }, async (page) => {
    await page.goto(`${latchkey.baseUrl}/sign-in`);
    await expect(page.locator("html")).toHaveAttribute("dir", "rtl");
    const brand = await page.locator("header svg").boundingBox();
    expect(brand?.x).toBeGreaterThan(640);
  });
  await visit(browser, { locale: "nl-NL" }, async (page) => {
    await page.goto(`${latchkey.baseUrl}/sign-in`);
    await expect(heading(page)).toHaveText("Sign in");
  });
});

test("the choice on the page holds from then on in this browser, with and without JavaScript", async ({
  browser,
  latchkey,
}) => {
  for (const javaScriptEnabled of [true, false]) {
    await visit(browser, { locale: "en-GB", javaScriptEnabled }, async (page) => {
      await page.goto(`${latchkey.baseUrl}/sign-in`);
      await choose(page, "English", "Français");
      await expect(heading(page)).toHaveText("Se connecter");
      await expect(page.locator("html")).toHaveAttribute("lang", "fr");
      await expect(page.locator(".language-menu")).toBeHidden();
      await page.goto(`${latchkey.baseUrl}/no/such/page`);
      await expect(heading(page)).toHaveText("Il n’y a rien ici");
    });
  }
});

test("the open list of languages is closed by Escape, and accessible", async ({ page, latchkey }) => {
  await page.goto(`${latchkey.baseUrl}/sign-in`);
  const button = page.getByRole("button", { name: "English" });
  await press(button);
  await expect(page.getByRole("button", { name: "العربية" })).toBeVisible();
  await inspect(page, "languages");
  await page.keyboard.press("Escape");
  await expect(page.locator(".language-menu")).toBeHidden();
  await expect(button).toBeFocused();
});

test("who is signed in finds their language again in another browser", async ({
  browser,
  page,
  latchkey,
}) => {
  await addVirtualAuthenticator(page);
  await signUp(page, latchkey.baseUrl, { name: "Ana Example", email: uniqueEmail("ana") });
  await choose(page, "English", "Deutsch");
  await expect(heading(page)).toHaveText("Hallo, Ana Example");
  const cookies = await page.context().cookies();
  const session = cookies.filter(({ name }) => name !== "latchkey-locale");
  expect(session).toHaveLength(cookies.length - 1);
  const context = await browser.newContext({ locale: "es-ES" });
  await context.addCookies(session);
  const other = await context.newPage();
  await other.goto(`${latchkey.baseUrl}/account`);
  await expect(heading(other)).toHaveText("Hallo, Ana Example");
  await context.close();
});

test("an app may ask for a language, which the person's own choice outranks", async ({
  browser,
  latchkey,
}) => {
  const demo = await startDemo(latchkey);
  await visit(browser, { locale: "en-GB" }, async (page) => {
    const start = await page.request.get(`${demo.address}/sign-in`, { maxRedirects: 0 });
    const address = new URL(start.headers().location ?? "");
    address.searchParams.set("ui_locales", "nl es-419");
    await page.goto(address.href);
    await expect(heading(page)).toHaveText("Continuar a Demo app");
    await press(page.getByRole("link", { name: "Crear una cuenta" }));
    await expect(heading(page)).toHaveText("Crea tu cuenta");
    await page.goBack();
    await choose(page, "Español", "Deutsch");
    await expect(heading(page)).toHaveText("Weiter zu Demo app");
    await page.goto(address.href);
    await expect(heading(page)).toHaveText("Weiter zu Demo app");
  });
  await demo.stop();
});

test("the pages that the server writes without React speak and look as the others do", async ({
  browser,
  latchkey,
}) => {
  await visit(browser, { locale: "en-GB" }, async (page) => {
    await page.goto(`${latchkey.baseUrl}/sign-in`);
    await choose(page, "English", "العربية");
    await press(page.getByRole("button", { name: "داكن" }));
    await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
    await page.goto(`${latchkey.baseUrl}/oauth/authorize?client_id=nobody`);
    await expect(heading(page)).toHaveText("تعذر إتمام ذلك");
    await expect(page.locator("html")).toHaveAttribute("dir", "rtl");
    await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
    await inspect(page, "protocol error in Arabic");
  });
  await visit(browser, { locale: "en-GB" }, async (page) => {
    await page.goto(`${latchkey.baseUrl}/oauth/authorize?client_id=nobody&ui_locales=fr`);
    await expect(heading(page)).toHaveText("Cela n’a pas fonctionné");
  });
});

test("a page that fails says so in its language", async ({ browser, latchkey }) => {
  const context = await browser.newContext({ locale: "de-DE" });
  const page = await context.newPage();
  await page.goto(`${latchkey.baseUrl}/sign-in`);
  await page.route(`${latchkey.baseUrl}/sign-in`, (route) => route.abort());
  await press(page.getByRole("button", { name: "Dunkel" }));
  await expect(heading(page)).toHaveText("Etwas ist schiefgegangen");
  await expect(page.getByRole("link", { name: "Zu deinem Konto" })).toBeVisible();
  await context.close();
});
