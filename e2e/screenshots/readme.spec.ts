/** The pictures of README and docs: screens beside each other, written anew into `docs/images`. */
import { join } from "node:path";
import { type Browser, expect, type Page, test } from "@playwright/test";
import sharp from "sharp";
import { addVirtualAuthenticator } from "../support/virtual-authenticator.ts";
import { allow, type Club, fill, openClub, setUp, signUp } from "./club.ts";

test.describe.configure({ mode: "serial" });

const folder = join(import.meta.dirname, "../../docs/images");
/** Sharp on dense screens, at the width of a README. */
const density = 1.5;

let club: Club;
test.beforeAll(async ({ browser }) => {
  test.setTimeout(300_000);
  club = await openClub();
  await fill(browser, club);
});
test.afterAll(() => club.close());

interface Panel {
  /** Undefined: the page as it stands. */
  readonly address?: string;
  readonly locale?: "ar" | "de";
  readonly colorScheme?: "light" | "dark";
  /** Of the window, in its own pixels. */
  readonly width: number;
  readonly height: number;
}

interface Shot extends Panel {
  readonly data: string;
}

/** What stands at the address. */
async function shot(page: Page, panel: Panel): Promise<Shot> {
  const { address, locale, colorScheme = "light", width, height } = panel;
  await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
  await page.setViewportSize({ width, height });
  if (locale && address)
    await page
      .context()
      .addCookies([{ name: "latchkey-locale", value: locale, url: new URL(address).origin }]);
  if (address) await page.goto(address);
  // A page that waits for another device is never done with the network.
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  const data = (await page.screenshot()).toString("base64");
  await page.context().clearCookies({ name: "latchkey-locale" });
  return { ...panel, data };
}

/** Panels of one height, side by side on a quiet ground. */
async function compose(browser: Browser, name: string, height: number, shots: readonly Shot[]) {
  const gap = 28;
  const widths = shots.map((one) => Math.round((one.width / one.height) * height));
  const context = await browser.newContext({
    viewport: { width: widths.reduce((sum, one) => sum + one + gap, gap), height: height + 2 * gap },
    deviceScaleFactor: density,
  });
  const page = await context.newPage();
  const images = shots.map(
    ({ data }, index) => `<img src="data:image/png;base64,${data}" width="${widths[index]}" alt="">`,
  );
  await page.setContent(
    `<style>body{margin:0;padding:${gap}px;display:flex;gap:${gap}px;background:#dfe6e7}
    img{height:${height}px;border-radius:12px;outline:1px solid #0002;box-shadow:0 8px 24px #0f292b1f}</style>${images.join("")}`,
  );
  const picture = await page.screenshot();
  await sharp(picture)
    .png({ palette: true, colours: 128, effort: 10 })
    .toFile(join(folder, `${name}.png`));
  await context.close();
}

/** A browser whose pages are drawn finely. */
async function newPage(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ deviceScaleFactor: 2 });
  return await context.newPage();
}

test("signing in", async ({ browser }) => {
  const { at, request } = club;
  const page = await newPage(browser);
  await compose(browser, "sign-in", 640, [
    await shot(page, { address: at("/sign-in"), width: 560, height: 720 }),
    await shot(page, { address: request("logbook"), colorScheme: "dark", width: 560, height: 720 }),
  ]);
  await page.context().close();
});

test("an account, and what is asked of it", async ({ browser }) => {
  const { at, request } = club;
  const page = await newPage(browser);
  await setUp(page, club);
  await allow(page, club, "photos");
  await page.goto(at("/account/passkeys"));
  await addVirtualAuthenticator(page, { transport: "usb", backedUp: false });
  await page.getByRole("button", { name: "Add a passkey" }).click();
  await page.getByRole("button", { name: "Create the passkey" }).click();
  await expect(page.getByRole("heading", { name: "Passkey added" })).toBeVisible();
  const wide = { width: 1180, height: 860 };
  const narrow = { width: 440, height: 860 };
  await compose(browser, "account-and-consent", 620, [
    await shot(page, { address: at("/account"), ...wide }),
    await shot(page, { address: request("logbook"), ...narrow }),
  ]);
  await compose(browser, "passkeys", 620, [
    await shot(page, { address: at("/account/passkeys"), ...wide }),
    await shot(page, { address: at("/account/sessions"), colorScheme: "dark", ...narrow }),
  ]);
  await compose(browser, "languages", 620, [
    await shot(page, { address: at("/account"), locale: "ar", ...wide }),
    await shot(page, { address: request("logbook"), locale: "ar", colorScheme: "dark", ...narrow }),
  ]);
  await compose(browser, "administration", 560, [
    await shot(page, { address: at("/admin/users"), width: 1280, height: 800 }),
  ]);
  await page.context().close();
});

test("a browser is let in from another device", async ({ browser }) => {
  const { at } = club;
  const page = await newPage(browser);
  await addVirtualAuthenticator(page);
  await signUp(page, club, "Ida Lund", "ida@example.com");
  const other = await newPage(browser);
  await other.goto(at("/sign-in/device"));
  await other.getByRole("button", { name: "Show the code" }).click();
  const image = other.getByRole("img", { name: /^QR code/ });
  const waiting = await shot(other, { width: 560, height: 800 });
  const address = (await image.getAttribute("aria-label"))?.replace("QR code that opens ", "") ?? "";
  await page.goto(address);
  await page.getByRole("button", { name: "Confirm with a passkey" }).click();
  await expect(page.getByRole("button", { name: "Approve" })).toBeVisible();
  await compose(browser, "another-device", 640, [
    waiting,
    await shot(page, { colorScheme: "dark", width: 440, height: 800 }),
  ]);
  await page.context().close();
  await other.context().close();
});

test("a brand of one's own", async ({ browser }) => {
  const { latchkey, at, request } = club;
  await latchkey.command("apply", "--file", join(import.meta.dirname, "brand.yaml"));
  const page = await newPage(browser);
  await compose(browser, "branding", 640, [
    await shot(page, { address: at("/sign-in"), width: 560, height: 900 }),
    await shot(page, { address: request("logbook"), colorScheme: "dark", width: 560, height: 900 }),
  ]);
  await page.context().close();
});
