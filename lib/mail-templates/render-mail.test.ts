import { describe, expect, it } from "vitest";
import { directionOf, type Locale, locales } from "#lib/i18n/locales.ts";
import { translator } from "#lib/i18n/translator.ts";
import { mailSchema } from "#lib/mail/schema.ts";
import { everyMail } from "#lib/testing/every-mail.ts";
import { testConfig, testNow } from "#lib/testing/test-database.ts";
import { renderMail } from "./render-mail.ts";
import { type MailTemplate, mailTemplateSchema } from "./schema.ts";

const link = "https://id.example.com/way-in?token=p3m7k2QvX9bLzR4tYwN8cJ5dHfG6sA1eUiOqWxZ0vB1&x=1";
const samples = everyMail({ name: "Ana Müller", passkey: "Blue key", link }, testNow);
const render = (message: MailTemplate, locale: Locale = "en", rpName = "Our House", now = testNow) =>
  renderMail(
    testConfig({ RP_NAME: rpName }),
    { to: "ana@example.com", reference: "r", locale, message },
    now,
  );

const isolates = /[\u2066-\u2069]/g;

/** What is read of an HTML part: no sheet, no hidden preview, no tags, entities as what they stand for. */
function wordsOf(html: string): string {
  return html
    .replace(/^[\s\S]*<\/head>/, "")
    .replace(/<div style="display:none[\s\S]*?(?=<div role="article")/, "")
    .replace(/<!--[\s\S]*?-->/g, "")
    .replace(/<[^>]+>/g, " ")
    .replaceAll("&#x27;", "'")
    .replaceAll("&quot;", '"')
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&")
    .replace(isolates, "")
    .replace(/\s+/g, " ");
}

/** What stands in two cells of a table is in one line of the text, with a colon between. */
function factsWithoutColons(line: string, locale: Locale): string {
  const t = translator(locale);
  const labels = [t("mail.when"), t("mail.device"), t("mail.address")];
  const label = labels.find((one) => line.startsWith(t("mail.fact", { label: one, value: "" })));
  const text = label === undefined ? line : line.replace(t("mail.fact", { label, value: "" }), `${label} `);
  return text.replace(/\s+/g, " ");
}

const everywhere = locales.flatMap((locale) =>
  samples.map((message) => ({ locale, message, template: message.template })),
);

describe("each mail", () => {
  it("is shown here", () => {
    expect(samples.map(({ template }) => template).sort()).toEqual(
      mailTemplateSchema.options.map(({ shape }) => shape.template.value).sort(),
    );
    for (const sample of samples) expect(mailTemplateSchema.parse(sample)).toEqual(sample);
  });

  it.each(everywhere)("says the same in both parts: $template in $locale", async ({ message, locale }) => {
    const mail = await render(message, locale);
    expect(mailSchema.parse(mail)).toEqual(mail);
    const words = wordsOf(mail.html ?? "");
    const lines = mail.text.replace(isolates, "").split("\n");
    const said = lines.filter((line) => line !== "" && line !== "-- ");
    for (const line of said) expect(words).toContain(factsWithoutColons(line, locale));
    expect(said.length).toBeGreaterThan(4);
    expect(mail.text + mail.html).not.toMatch(/\{\w+\}|undefined|\[object/);
  });

  it.each(everywhere)("has its language and direction: $template in $locale", async ({ message, locale }) => {
    const { html = "" } = await render(message, locale);
    const [opening] = /<html[^>]*>/.exec(html) ?? [];
    expect(opening).toBe(`<html lang="${locale}" dir="${directionOf(locale)}">`);
    expect(html).toMatch(/<title>[^<]+<\/title>/);
    expect(html).toContain(`<div role="article"`);
  });

  it.each(samples)(
    "asks nothing of any server and runs nothing when it is opened: $template",
    async (message) => {
      const { html = "" } = await render(message);
      expect(html).not.toMatch(/<(img|script|link|iframe|object|form|base)\b|\bsrc=|url\(|@import|\bon\w+=/i);
      const addresses = [...html.matchAll(/href="([^"]*)"/g)].map(([, href = ""]) =>
        href.replaceAll("&amp;", "&"),
      );
      for (const address of addresses)
        expect([link, "https://id.example.com", "https://id.example.com/account"]).toContain(address);
    },
  );

  it.each(samples.filter(({ props }) => "link" in props))(
    "shows its link in full: $template",
    async (message) => {
      const mail = await render(message);
      expect(mail.text).toContain(`\n${link}\n`);
      expect(wordsOf(mail.html ?? "")).toContain(` ${link} `);
    },
  );
});

describe("what people typed", () => {
  const hostile = {
    name: `<img src=x onerror=alert(1)>&"'\r\nBcc: eve@evil.example`,
    passkey: "https://evil.example/{name}<b>",
    link,
  };

  it.each(everyMail(hostile, testNow))("is text, in one line, and no link: $template", async (message) => {
    const { subject, text, html = "" } = await render(message);
    expect(subject).not.toMatch(/Bcc|evil|[\r\n]/);
    expect(text).not.toContain("\nBcc");
    expect(text + html).not.toMatch(/evil\.example|https:\/\/evil/);
    expect(html).not.toMatch(/<img|<b>/);
    for (const [href] of html.matchAll(/href="[^"]*"/g)) expect(href).not.toContain("evil");
  });

  it("is not looked at for placeholders", async () => {
    const [message] = everyMail({ ...hostile, name: "{instance} {x, plural, other {#}}" }, testNow);
    const { text } = await render(message as MailTemplate);
    expect(text).toContain("Hello {instance} {x, plural, other {#}},");
  });

  it("cannot put a line into a header by the instance's name", async () => {
    const { subject } = await render(samples[0] as MailTemplate, "en", "House\r\nBcc: eve");
    expect(subject).toBe("Confirm your e-mail address for House Bcc: eve");
  });
});

describe("how long a link works", () => {
  const sent = (seconds: number) =>
    render(
      {
        template: "recovery_link",
        props: {
          name: "Ana",
          link,
          expiresAt: new Date(testNow.getTime() + seconds * 1000).toISOString(),
        },
      },
      "en",
    ).then(({ text }) => /within the next ([^.]+)\./.exec(text)?.[1]);

  it.each([
    [20, "1 minute"],
    [1800, "30 minutes"],
    [7190, "2 hours"],
    [86_400, "24 hours"],
    [7 * 86_400 - 60, "7 days"],
  ])("%i seconds are %s", async (seconds, words) => {
    expect(await sent(seconds)).toBe(words);
  });
});

describe("how the instance looks", () => {
  const look = {
    name: "Acme & Co",
    accent: {
      light: { accent: "#a1005d", onAccent: "#fdfcfd" },
      dark: { accent: "#ff90c8", onAccent: "#2a0618" },
    },
    logo: { url: `https://id.example.com/brand/${"a".repeat(43)}`, width: 480, height: 120 },
    support: { text: "IT desk", href: "mailto:it@example.com" },
  };
  const sample = samples.find(({ template }) => template === "verify_email") ?? samples[0];
  const branded = (given: Parameters<typeof renderMail>[3]) =>
    renderMail(
      testConfig({ RP_NAME: "Our House" }),
      { to: "ana@example.com", reference: "r", locale: "en", message: sample as MailTemplate },
      testNow,
      given,
    );

  it("loads nothing from anywhere where there is no logo", async () => {
    const { html = "" } = await branded({ ...look, logo: undefined as never });
    expect(html).not.toMatch(/<img|url\(|@import/);
  });

  it("shows one picture, of our own origin, with its size and the name for whoever loads none", async () => {
    const { html = "" } = await branded(look);
    expect(html.match(/<img/g)).toHaveLength(1);
    expect(html).toContain(`src="${look.logo.url}"`);
    expect(html).toMatch(/<img[^>]*alt="Acme &amp; Co"/);
    expect(html).toMatch(/<img[^>]*width="192"/);
    expect(html).toMatch(/<img[^>]*height="48"/);
  });

  it("has the accent of the instance in both themes, and none of ours", async () => {
    const { html = "" } = await branded(look);
    for (const color of ["#a1005d", "#fdfcfd", "#ff90c8", "#2a0618"]) expect(html).toContain(color);
    for (const color of ["#076966", "#62d4c8"]) expect(html).not.toContain(color);
  });

  it("is called by its name, and says whom to ask in both parts", async () => {
    const { html = "", text } = await branded(look);
    expect(text).toContain("Acme & Co");
    expect(text + html).not.toContain("Our House");
    expect(text).toContain("Help: IT desk it@example.com");
    expect(html).toContain('href="mailto:it@example.com"');
  });
});
