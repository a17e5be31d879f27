/** The pictures of README and docs, two screens beside each other: written anew into `docs/images`. */
import { join as joinPath } from "node:path";
import { type Browser, type Page, test } from "@playwright/test";
import { addVirtualAuthenticator } from "../support/virtual-authenticator.ts";
import { type Club, join, openClub, setUp } from "./club.ts";

test.describe.configure({ mode: "serial" });

const folder = joinPath(import.meta.dirname, "../../docs/images");
const panel = { width: 640, height: 720 };

let club: Club;
test.beforeAll(async () => {
  test.setTimeout(240_000);
  club = await openClub();
});
test.afterAll(() => club.close());

interface Screen {
  readonly address: string;
  readonly colorScheme?: "light" | "dark";
  /** How much more of the page than its own pixels a panel shows. */
  readonly zoom?: number;
}

/** What stands at the address, as a picture of one panel's proportions. */
async function picture(page: Page, { address, colorScheme = "light", zoom = 1 }: Screen): Promise<string> {
  await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
  await page.setViewportSize({ width: panel.width * zoom, height: panel.height * zoom });
  await page.goto(address);
  await page.waitForLoadState("networkidle");
  return (await page.screenshot()).toString("base64");
}

async function compose(browser: Browser, name: string, pictures: readonly string[]): Promise<void> {
  const context = await browser.newContext({
    viewport: { width: 2 * panel.width + 72, height: panel.height + 48 },
  });
  const page = await context.newPage();
  const images = pictures.map((data) => `<img src="data:image/png;base64,${data}" alt="">`).join("");
  await page.setContent(
    `<style>body{margin:0;padding:24px;display:flex;gap:24px;background:#e5eaec}
    img{width:${panel.width}px;height:${panel.height}px;box-sizing:border-box;border:1px solid #c9d2d4;border-radius:14px}</style>${images}`,
  );
  await page.screenshot({ path: joinPath(folder, `${name}.png`) });
  await context.close();
}

test("the pictures of README and docs", async ({ page, browser }) => {
  const { at, request } = club;
  await addVirtualAuthenticator(page);
  await setUp(page, club);
  for (const [name, email] of [
    ["Ben Okoro", "ben@example.com"],
    ["Chloé Martin", "chloe@example.com"],
    ["Dilan Yılmaz", "dilan@example.com"],
    ["Emil Larsen", "emil@example.com"],
    ["Noor van Dijk", "noor@example.com"],
  ] as const) {
    const guest = await browser.newPage();
    await addVirtualAuthenticator(guest);
    await join(guest, club, name, email);
    await guest.close();
  }
  const stranger = await browser.newPage();
  await compose(browser, "sign-in", [
    await picture(stranger, { address: at("/sign-in") }),
    await picture(stranger, { address: request("logbook"), colorScheme: "dark" }),
  ]);
  await stranger.close();
  await compose(browser, "account-and-consent", [
    await picture(page, { address: at("/account"), zoom: 1.5 }),
    await picture(page, { address: request("logbook"), zoom: 1.2 }),
  ]);
  await compose(browser, "administration", [
    await picture(page, { address: at("/admin"), zoom: 1.7 }),
    await picture(page, { address: at("/admin/users"), zoom: 1.7 }),
  ]);
});
