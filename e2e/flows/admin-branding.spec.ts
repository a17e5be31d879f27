/** How the instance looks: set by an administrator, seen by everybody who signs in. */

import { click } from "../support/alive.ts";
import { inspect } from "../support/inspect.ts";
import { type LatchkeyProcess, startLatchkey } from "../support/latchkey-process.ts";
import { setUpAdministrator } from "../support/people.ts";
import { expect, test, watch } from "../support/test.ts";

test.setTimeout(180_000);

let latchkey: LatchkeyProcess;
test.beforeAll(async () => {
  test.setTimeout(240_000);
  latchkey = await startLatchkey();
});
test.afterAll(() => latchkey.stop());

const drawing = Buffer.from(
  '<svg xmlns="http://www.w3.org/2000/svg" width="240" height="60"><script>alert(1)</script><rect width="240" height="60" rx="12" fill="#e6007e"/></svg>',
);
const logoPath = /^\/app-logos\/[\w-]{43}$/;
const logo = { name: "logo.svg", mimeType: "image/svg+xml", buffer: drawing };

test("an administrator dresses the instance, everybody sees it, and it is taken back", async ({
  page,
  browser,
}) => {
  await setUpAdministrator(page, latchkey);
  await page.goto(`${latchkey.baseUrl}/admin/branding`);
  await expect(page.getByRole("heading", { name: "Branding", level: 1 })).toBeVisible();

  // The preview follows what is typed, before anything is saved.
  const light = page.getByRole("img", { name: "Sign-in in the light theme" });
  const accentOf = () => light.evaluate((element) => getComputedStyle(element).getPropertyValue("--accent"));
  const before = await accentOf();
  await page.getByRole("textbox", { name: "Accent", exact: true }).fill("#ffe600");
  await expect.poll(accentOf).toMatch(/^#[0-9a-f]{6}$/);
  expect(await accentOf()).not.toBe(before);
  const chosen = await accentOf();
  await page.getByRole("textbox", { name: "Whom to ask" }).fill("IT desk");
  await page.getByRole("textbox", { name: "Where to ask" }).fill("it@example.com");
  await page.getByRole("textbox", { name: "Words of link 1" }).fill("Imprint");
  await page.getByRole("textbox", { name: "Address of link 1" }).fill("http://example.com");
  // By keyboard: Enter in a field saves.
  await page.getByRole("textbox", { name: "Name", exact: true }).fill("Acme & Co");
  await page.keyboard.press("Enter");
  await expect(page.getByText("Enter a whole address such as https://app.example.com.")).toBeVisible();
  await page.getByRole("textbox", { name: "Address of link 1" }).fill("https://example.com/imprint");
  await page.keyboard.press("Enter");
  await expect(page.getByText("Saved.")).toBeVisible();
  await expect(page.getByRole("banner").getByText("Acme & Co")).toBeVisible();

  const chooser = page.getByLabel(/: Logo in light pages$/);
  await chooser.setInputFiles({ ...logo, buffer: Buffer.from("no picture") });
  await expect(page.getByText("Send a PNG, JPEG, WebP, GIF, AVIF or SVG picture.")).toBeVisible();
  await chooser.setInputFiles(logo);
  await expect(page.getByText("Uploaded.")).toBeVisible();
  await inspect(page, "branding");

  const visitor = await browser.newPage();
  const problems = watch(visitor);
  const accent = () =>
    visitor.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue("--accent"));
  await visitor.goto(`${latchkey.baseUrl}/oauth/authorize?client_id=nobody`);
  await expect(visitor.getByRole("img", { name: "Acme & Co" })).toBeVisible();
  expect(await accent()).toBe(chosen);
  await visitor.goto(`${latchkey.baseUrl}/sign-in`);
  await expect(visitor.getByRole("img", { name: "Acme & Co" })).toBeVisible();
  await expect(visitor.getByRole("link", { name: "Imprint" })).toHaveAttribute(
    "href",
    "https://example.com/imprint",
  );
  await expect(visitor.getByRole("link", { name: "IT desk" })).toHaveAttribute(
    "href",
    "mailto:it@example.com",
  );
  expect(await accent()).toBe(chosen);
  await inspect(visitor, "sign-in with a brand");

  const redirectUri = "https://grafana.example.com/login/generic_oauth";
  await latchkey.command(
    ...["client", "add", "--id", "grafana", "--name", "Grafana", "--auth-method", "none"],
    ...["--redirect-uri", redirectUri, "--json"],
  );
  await page.goto(`${latchkey.baseUrl}/admin/clients/grafana/settings`);
  await page.getByLabel(/: Logo$/).setInputFiles(logo);
  await expect(page.getByText("Uploaded.")).toBeVisible();
  await page.goto(`${latchkey.baseUrl}/admin/clients`);
  await expect(page.getByRole("row", { name: /Grafana/ }).locator("img.app-logo")).toHaveAttribute(
    "src",
    logoPath,
  );
  const request = new URLSearchParams({
    response_type: "code",
    client_id: "grafana",
    redirect_uri: redirectUri,
    scope: "openid",
    code_challenge: "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM",
    code_challenge_method: "S256",
  });
  await visitor.goto(`${latchkey.baseUrl}/oauth/authorize?${request}`);
  await expect(visitor.getByRole("heading", { name: "Continue to Grafana" })).toBeVisible();
  await expect(visitor.locator("main img.app-logo")).toHaveAttribute("src", logoPath);

  await page.goto(`${latchkey.baseUrl}/admin/branding`);
  await click(page.getByRole("button", { name: "Reset" }));
  await click(page.getByRole("alertdialog").getByRole("button", { name: "Reset" }));
  await expect(page.getByRole("banner").getByText("Latchkey")).toBeVisible();
  await visitor.goto(`${latchkey.baseUrl}/sign-in`);
  await expect(visitor.locator('link[href^="/brand.css"]')).toHaveCount(0);
  expect(problems).toEqual([]);
  await visitor.close();

  // Without script the same forms lead back to the page.
  const plain = await browser.newContext({
    javaScriptEnabled: false,
    storageState: await page.context().storageState(),
  });
  const form = await plain.newPage();
  await form.goto(`${latchkey.baseUrl}/admin/branding`);
  await form.getByRole("textbox", { name: "Name", exact: true }).fill("Plain House");
  await click(form.getByRole("button", { name: "Save" }));
  await expect(form).toHaveURL(/\/admin\/branding\?outcome=done$/);
  await expect(form.getByRole("banner").getByText("Plain House")).toBeVisible();
  await plain.close();
});
