/** The overview and the audit log, as administrators and the helpdesk meet them. */
import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { click } from "../support/alive.ts";
import { ageConfirmations } from "../support/database.ts";
import { inspect } from "../support/inspect.ts";
import { type LatchkeyProcess, startLatchkey } from "../support/latchkey-process.ts";
import { joinElsewhere, setUpAdministrator } from "../support/people.ts";
import { expect, test } from "../support/test.ts";

test.setTimeout(180_000);

let latchkey: LatchkeyProcess;
test.beforeAll(async () => {
  test.setTimeout(240_000);
  latchkey = await startLatchkey();
});
test.afterAll(() => latchkey.stop());

const events = (page: Page) => page.getByRole("list", { name: "Events" }).getByRole("listitem");

test("an administrator goes from what needs a look into the log, and takes it along", async ({
  page,
  browser,
}) => {
  await setUpAdministrator(page, latchkey);
  const leo = await joinElsewhere(browser, latchkey, "Leo");

  await test.step("the way there, on a phone", async () => {
    await page.setViewportSize({ width: 375, height: 800 });
    await page.goto(`${latchkey.baseUrl}/account`);
    const menu = page.getByRole("navigation", { name: "Account" });
    await click(menu.getByText("Overview", { exact: true }).first());
    await click(menu.getByRole("link", { name: "Administration" }));
    await expect(page.getByRole("heading", { name: "Overview", level: 1 })).toBeVisible();
    await page.setViewportSize({ width: 1280, height: 800 });
  });

  await test.step("the overview", async () => {
    await expect(page.getByText("2 people have only one passkey.")).toBeVisible();
    const signIns = page.getByRole("region", { name: "Sign-ins", exact: true });
    await expect(signIns).toContainText("In the last 30 days: 2 succeeded, 0 failed.");
    await expect(signIns.getByRole("img")).toHaveAccessibleName(/The most on one day: 2/);
    await click(signIns.getByText("View as table"));
    await expect(signIns.getByRole("table").getByRole("row")).toHaveCount(31);
    await inspect(page, "the overview");
    await click(page.getByRole("link", { name: /Look: 2 people/ }));
    await expect(page.getByRole("table", { name: "Users" }).getByRole("row")).toHaveCount(3);
  });

  await test.step("a person's part of the log", async () => {
    await click(page.getByRole("link", { name: "Leo Example" }));
    await page.getByLabel("Name", { exact: true }).fill("Leo Lion");
    await click(page.getByRole("button", { name: "Save" }));
    await expect(page.getByText("Saved.")).toBeVisible();
    await page.getByRole("combobox", { name: "Role" }).selectOption("helpdesk");
    await click(page.getByRole("button", { name: "Set role" }));
    await expect(page.getByText("Helpdesk", { exact: true }).first()).toBeVisible();
    const about = page.getByRole("navigation", { name: "About Leo Lion" });
    await click(about.getByRole("link", { name: "Activity" }));
    await expect(events(page).first()).toContainText(
      "Root Example changed the role of Leo Lion from “User” to “Helpdesk”.",
    );
    await inspect(page, "a person's activity");
    await latchkey.command("client", "add", "--name", "Grafana", "--redirect-uri", "https://a.example/cb");
    await click(about.getByRole("link", { name: "Claims" }));
    await expect(page.getByRole("heading", { name: "What Grafana would learn" })).toBeVisible();
    await expect(page.getByRole("row", { name: /^name Leo Lion/ })).toBeVisible();
    await inspect(page, "a person's claims");
  });

  await test.step("the log, filtered", async () => {
    await click(page.getByRole("link", { name: "Audit log" }));
    await expect(events(page).filter({ hasText: "The operator added the app Grafana." })).toBeVisible();
    await click(page.getByRole("button", { name: "UTC" }));
    await expect(events(page).first()).toContainText("UTC");
    await page.getByRole("combobox", { name: /^Event/ }).selectOption("Change of somebody’s profile");
    await click(page.getByText("More filters"));
    await page.getByLabel("About whom").fill("leo@example.com");
    await click(page.getByRole("button", { name: "Show", exact: true }));
    await expect(page).toHaveURL(/event=user\.changed/);
    await expect(events(page)).toHaveCount(1);
    await inspect(page, "the log, filtered");
    await click(page.getByRole("link", { name: /^Details/ }));
  });

  await test.step("an event", async () => {
    await expect(page.getByRole("heading", { name: "Change of somebody’s profile", level: 1 })).toBeVisible();
    const change = page
      .getByRole("table", { name: "What changed" })
      .getByRole("row", { name: /displayName/ });
    await expect(change).toContainText("Leo Example");
    await expect(change).toContainText("Leo Lion");
    await inspect(page, "an event");
    await click(page.getByRole("link", { name: "All events of this request" }));
    await expect(events(page)).toHaveCount(1);
    await click(page.getByRole("link", { name: /^Remove the filter Request/ }));
    await expect(page).toHaveURL(`${latchkey.baseUrl}/admin/audit`);
  });

  await test.step("what came in meanwhile", async () => {
    await latchkey.command("group", "add", "--name", "staff", "--display-name", "Staff");
    // A page that is looked at again asks at once.
    await page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
    // A job of the server's own may have added one of its own.
    await click(page.getByRole("link", { name: /^Show new events/ }));
    await expect(events(page).filter({ hasText: "The operator created the group Staff." })).toBeVisible();
  });

  await test.step("the log as a file, after a confirmation", async () => {
    await ageConfirmations(latchkey, 11);
    const coming = page.waitForEvent("download");
    await click(page.getByRole("link", { name: "Export what is shown as CSV" }));
    const lines = readFileSync(await (await coming).path(), "utf8")
      .trimEnd()
      .split("\r\n");
    await expect(page.getByText(`Exported. Events: ${lines.length - 1}`)).toBeVisible();
    expect(lines[0]).toMatch(/^\ufeffoccurred_at,action,/);
    expect(lines.some((line) => line.includes("group.created"))).toBe(true);
    await page.reload();
    await expect(events(page).filter({ hasText: "Root Example exported the audit log." })).toBeVisible();
  });

  await test.step("the helpdesk sees what is theirs", async () => {
    await leo.goto(`${latchkey.baseUrl}/admin`);
    await expect(leo.getByRole("heading", { name: "Overview", level: 1 })).toBeVisible();
    await expect(leo.getByRole("region", { name: "Sign-ins", exact: true })).toHaveCount(0);
    await expect(leo.getByRole("link", { name: "Audit log" })).toHaveCount(0);
    expect((await leo.goto(`${latchkey.baseUrl}/admin/audit`))?.status()).toBe(404);
    const refused = await leo.request.get(`${latchkey.baseUrl}/api/v1/admin/audit/export`);
    expect(refused.status()).toBe(403);
    await leo.close();
  });
});
