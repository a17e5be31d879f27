/** What has happened to an account, as its person reads it. */
import type { Page } from "@playwright/test";
import { withDatabase } from "../support/database.ts";
import { inspect } from "../support/inspect.ts";
import { openAccountPage, signOut, signUp, uniqueEmail } from "../support/people.ts";
import { press } from "../support/press.ts";
import { expect, test } from "../support/test.ts";
import { addVirtualAuthenticator } from "../support/virtual-authenticator.ts";

test.setTimeout(300_000);
test.use({ timezoneId: "Pacific/Auckland" });

const events = (page: Page) => page.getByRole("main").locator("ol > li");

test("tells in sentences what happened, and one kind alone", async ({ page, latchkey }) => {
  await addVirtualAuthenticator(page);
  await signUp(page, latchkey.baseUrl, { name: "Ana Example", email: uniqueEmail("ana") });
  await signOut(page);
  await page.goto(`${latchkey.baseUrl}/sign-in`);
  await expect(page.getByRole("heading", { name: "Hello, Ana Example" })).toBeVisible();
  await openAccountPage(page, "Activity");
  await expect(page.getByRole("heading", { name: "Today", level: 2 })).toBeVisible();
  await expect(events(page).locator("p:first-child")).toHaveText([
    "Signed in with Chrome on Linux.",
    "You signed out.",
    "Signed in with Chrome on Linux.",
    "You created your account.",
    "You added the passkey Chrome on Linux.",
  ]);
  await expect(events(page).first()).toContainText(/Chrome on Linux · Local network · 127\.0\.0\.1/);
  await inspect(page, "activity");

  const filter = page.getByRole("navigation", { name: "Show" });
  await press(filter.getByRole("link", { name: "Passkeys" }));
  await expect(filter.getByRole("link", { name: "Passkeys" })).toHaveAttribute("aria-current", "true");
  await expect(events(page)).toHaveCount(1);
  await press(filter.getByRole("link", { name: "Apps" }));
  await expect(page.getByText("Nothing of this kind")).toBeVisible();
  await inspect(page, "no activity of a kind");
  await press(page.getByRole("link", { name: "Show everything" }));
  await expect(events(page)).toHaveCount(5);
});

test("pages by the address, under the days of where the reader is", async ({ browser, page, latchkey }) => {
  await addVirtualAuthenticator(page);
  const email = uniqueEmail("leo");
  await signUp(page, latchkey.baseUrl, { name: "Leo Example", email });
  // At 11:30 in the morning of the first of March in Greenwich it is the second in Auckland.
  await withDatabase(latchkey, async (sql) => {
    await sql`
      insert into audit_events (id, occurred_at, action, outcome, actor_type, actor_id, subject_user_id, request_id, details)
      select gen_random_uuid(), timestamptz '2026-03-01T11:30:00Z' - make_interval(mins => n), 'passkey.renamed',
        'success', 'user', users.id::text, users.id, 'r', jsonb_build_object('from', 'a', 'to', 'Key ' || n)
      from users, generate_series(0, 79) n where username = ${email}`;
  });
  await openAccountPage(page, "Activity");
  await expect(page.getByRole("heading", { name: "Monday, 2 March 2026" })).toBeVisible();
  await expect(page.getByRole("link", { name: "Newer" })).toHaveCount(0);
  await press(page.getByRole("link", { name: "Older" }));
  await expect(page).toHaveURL(/before=/);
  await press(page.getByRole("link", { name: "Older" }));
  await expect(events(page).last()).toContainText("Key 79");
  await expect(page.getByRole("link", { name: "Older" })).toHaveCount(0);
  await press(page.getByRole("link", { name: "Newer" }));
  await expect(page).toHaveURL(/after=/);
  await press(page.getByRole("link", { name: "Newer" }));
  await expect(page.getByText("You created your account.")).toBeVisible();

  // Whatever stands in the address, the page stands too.
  await page.goto(`${latchkey.baseUrl}/account/activity?before=x&after=1&kind=all&kind=apps`);
  await expect(page.getByText("You created your account.")).toBeVisible();
  const plain = await browser.newContext({
    javaScriptEnabled: false,
    storageState: await page.context().storageState(),
  });
  const paper = await plain.newPage();
  await paper.goto(`${latchkey.baseUrl}/account/activity`);
  await expect(paper.getByRole("heading", { name: "Sunday, March 1, 2026" })).toBeVisible();
  await expect(paper.getByText("11:30 AM UTC").first()).toBeVisible();
  await plain.close();
});
