import { expect, type Page, test } from "@playwright/test";
import { loadConfig } from "#lib/config/load-config.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import { renderMail } from "#lib/mail-templates/render-mail.ts";
import type { MailTemplate, MailTemplateName } from "#lib/mail-templates/schema.ts";
import { everyMail } from "#lib/testing/every-mail.ts";
import { axeFindings } from "../support/axe.ts";

const now = new Date("2026-06-01T12:00:00.000Z");
const link = "https://id.example.com/way-in?token=p3m7k2QvX9bLzR4tYwN8cJ5dHfG6sA1eUiOqWxZ0vB1";
const samples = everyMail({ name: "Ana Müller", passkey: "YubiKey 5", link }, now);

/** They share one layout; these have all of its parts, and leave out each. */
const shown: readonly (readonly [MailTemplateName, Locale])[] = [
  ["sign_in_link", "en"],
  ["sign_in_link", "ar"],
  ["passkey_revoked", "ar"],
  ["test", "en"],
];

async function open(page: Page, template: MailTemplateName, locale: Locale): Promise<void> {
  const message = samples.find((sample) => sample.template === template) as MailTemplate;
  const config = loadConfig({ BASE_URL: "https://id.example.com", RP_NAME: "Our House" });
  const { html = "" } = await renderMail(
    config,
    { to: "a@example.com", reference: "r", locale, message },
    now,
  );
  await page.setContent(html);
}

for (const [template, locale] of shown)
  test(`the mail ${template} in ${locale} is for everybody, and asks nobody for anything`, async ({
    page,
  }) => {
    const requests: string[] = [];
    page.on("request", (request) => requests.push(request.url()));
    await open(page, template, locale);
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      // A mail is shown inside the page of whoever reads it, which has the landmarks.
      expect(
        await axeFindings(page, { region: { enabled: false }, "landmark-one-main": { enabled: false } }),
      ).toEqual([]);
      const ground = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
      expect(ground).toBe(colorScheme === "light" ? "rgb(238, 244, 244)" : "rgb(11, 19, 20)");
    }
    for (const width of [320, 640]) {
      await page.setViewportSize({ width, height: 700 });
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(overflow).toBe(0);
    }
    expect(requests).toEqual([]);
  });
