/** A picture of every page of the administration, into `screenshots/`; a new one is found by its file. */
import { globSync } from "node:fs";
import { join } from "node:path";
import { test } from "@playwright/test";
import { type Club, fill, openClub, setUp } from "./club.ts";
import { shoot, shootPage } from "./shoot.ts";

const app = join(import.meta.dirname, "../../app");
const routes = globSync("(admin)/admin/**/page.tsx", { cwd: app })
  .map((file) => `/${file.replace(/\([^)]+\)\//g, "")}`.replace(/\/page\.tsx$/, ""))
  .sort();

let club: Club;
test.beforeAll(async ({ browser }) => {
  test.setTimeout(300_000);
  club = await openClub();
  await fill(browser, club);
});
test.afterAll(() => club.close());

test("the administration", async ({ page }) => {
  await setUp(page, club);
  const waiting = routes.filter((route) => !route.includes("["));
  const seen = new Set<string>();
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    const { pathname } = new URL(path, club.at("/"));
    const route = routes.find((one) => new RegExp(`^${one.replace(/\[[^\]]+\]/g, "[^/]+")}$`).test(pathname));
    if (!route || seen.has(route)) continue;
    seen.add(route);
    const name = route
      .replace(/^\//, "")
      .replaceAll(/[/[\]]+/g, "-")
      .replace(/-$/, "");
    // Those with an id are many; the pages that they are reached from show how languages fare.
    if (route.includes("[")) {
      await page.goto(club.at(path));
      await shoot(page, name);
    } else await shootPage(page, club.at(path), name);
    const links = page.locator("a[href^='/admin']");
    waiting.push(...(await links.evaluateAll((all) => all.map((link) => link.getAttribute("href") ?? ""))));
  }
});
