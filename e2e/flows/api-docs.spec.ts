import { expect } from "@playwright/test";
import { click } from "../support/alive.ts";
import { inspect } from "../support/inspect.ts";
import { test } from "../support/test.ts";

test("the page about the API is for everybody, and searched where there is JavaScript", async ({
  page,
  latchkey,
}) => {
  await page.goto(`${latchkey.baseUrl}/api/docs`);
  await expect(page.getByRole("heading", { name: "API", level: 1 })).toBeVisible();
  const invite = page.locator("details", { hasText: "POST/api/v1/admin/invitations" });
  await click(invite.locator("summary"));
  await expect(invite.getByText("invitations.write")).toBeVisible();
  await expect(invite.getByText(`curl -X POST "${latchkey.baseUrl}/api/v1/admin/invitations"`)).toBeVisible();
  await inspect(page, "the page about the API");

  const search = page.getByRole("searchbox", { name: "Search operations" });
  await search.fill("users recovery-link");
  await expect(page.getByText("/api/v1/admin/users/{id}/recovery-link")).toBeVisible();
  await expect(page.locator("main details:visible")).toHaveCount(1);
  await search.fill("no such thing");
  await expect(page.getByRole("status").filter({ hasText: "Nothing matches." })).toBeVisible();
});

test("the page about the API works without JavaScript", async ({ browser, latchkey }) => {
  const context = await browser.newContext({
    javaScriptEnabled: false,
    viewport: { width: 375, height: 800 },
  });
  const page = await context.newPage();
  await page.goto(`${latchkey.baseUrl}/api/docs`);
  await expect(page.getByRole("searchbox")).toHaveCount(0);
  await click(page.locator("nav summary"));
  await click(page.getByRole("link", { name: "admin/groups" }));
  await expect(page).toHaveURL(/#admin-groups$/);
  const make = page.locator("details", { hasText: "POST/api/v1/admin/groups" }).first();
  await click(make.locator("summary"));
  await expect(make.getByText("groups.write")).toBeVisible();
  await context.close();
});
