/** The HTML part: no script, and no request to anywhere but for the logo of an instance that has one, which is its own. */
import type { ReactElement } from "react";
import { directionOf } from "#lib/i18n/locales.ts";
import type { Desk, MailContent } from "../mail-content.ts";
import { loadReactEmail, type ReactEmail } from "./load-react-email.ts";
import { darkSheet, outlookSheet, stylesFor } from "./styles.ts";

export async function renderHtml(desk: Desk, content: MailContent): Promise<string> {
  const kit = await loadReactEmail();
  return await kit.render(document({ kit, desk, content }));
}

interface Page {
  readonly kit: ReactEmail;
  readonly desk: Desk;
  readonly content: MailContent;
}

/** Some clients drop `html` and `body` with what they say, so language, direction and ground stand inside once more. */
function document(page: Page): ReactElement {
  const { kit, desk, content } = page;
  const { h, Head, Preview, Section, Container } = kit;
  const language = { lang: desk.locale, dir: directionOf(desk.locale) };
  const styles = stylesFor(language.dir);
  return h(
    "html",
    language,
    h(
      Head,
      null,
      h("title", null, content.subject),
      h("meta", { name: "viewport", content: "width=device-width" }),
      h("meta", { name: "color-scheme", content: "light dark" }),
      h("meta", { name: "supported-color-schemes", content: "light dark" }),
      h("style", null, darkSheet(language.dir, desk.look.accent)),
      h("style", null, outlookSheet(language.dir, desk.look.accent)),
    ),
    h(
      "body",
      { style: styles.body, className: "lk-ground" },
      h(Preview, null, content.paragraphs[0] ?? content.title),
      h(
        "div",
        { role: "article", "aria-label": content.title, ...language },
        h(
          Section,
          { style: styles.ground, className: "lk-ground" },
          h(
            Container,
            { style: styles.container, dir: language.dir },
            header(page),
            card(page),
            footer(page),
          ),
        ),
      ),
    ),
  );
}

/** Whose mail it is. The logo's size is said, so that nothing moves when it comes. */
function header({ kit: { h }, desk }: Page): ReactElement {
  const styles = stylesFor(directionOf(desk.locale));
  const { logo } = desk.look;
  if (!logo) return h("p", { style: styles.instance, className: "lk-muted" }, desk.instance);
  const scale = Math.min(1, mostLogoWidth / logo.width, mostLogoHeight / logo.height);
  const [width, height] = [Math.round(logo.width * scale), Math.round(logo.height * scale)];
  return h("img", { src: logo.url, width, height, alt: desk.instance, style: styles.logo });
}

/** In pixels of the mail; the picture itself has twice as many, for fine screens. */
const mostLogoWidth = 240;
const mostLogoHeight = 48;

function card({ kit, desk, content }: Page): ReactElement {
  const { h, Section, Text } = kit;
  const { name, title, paragraphs, facts = [], action, closing } = content;
  const styles = stylesFor(directionOf(desk.locale), desk.look.accent);
  const text = (line: string, index?: number) =>
    h(Text, { key: index ?? line, style: styles.text, className: "lk-text" }, line);
  return h(
    Section,
    { style: styles.card, className: "lk-surface lk-keyline" },
    h("h1", { style: styles.title, className: "lk-text" }, title),
    name === undefined ? null : text(desk.t("mail.greeting", { name })),
    paragraphs.map(text),
    facts.length === 0 ? null : factTable({ kit, desk, content }),
    action ? actionOf({ kit, desk, content }, action) : null,
    closing.map((line, index) => h(Text, { key: index, style: styles.closing, className: "lk-text" }, line)),
  );
}

/** A table that is one: each row has its heading. */
function factTable({ kit: { h }, desk, content }: Page): ReactElement {
  const styles = stylesFor(directionOf(desk.locale));
  const rows = (content.facts ?? []).map(({ label, value, code }) =>
    h(
      "tr",
      { key: label },
      h("th", { scope: "row", style: styles.factLabel, className: "lk-muted" }, label),
      h(
        "td",
        { style: styles.factValue, className: "lk-text" },
        code ? h("span", { dir: "ltr" }, value) : value,
      ),
    ),
  );
  return h("table", { style: styles.facts, className: "lk-sunken" }, h("tbody", null, rows));
}

/** The address in full, too: for clients in which the button does nothing, and for those who look before they open. */
function actionOf(
  { kit: { h, Button, Text }, desk }: Page,
  { label, url }: NonNullable<MailContent["action"]>,
): ReactElement {
  const styles = stylesFor(directionOf(desk.locale), desk.look.accent);
  return h(
    "div",
    null,
    h(Button, { href: url, style: styles.button, className: "lk-button", target: "_blank" }, label),
    h(
      Text,
      { style: styles.full, className: "lk-muted" },
      desk.t("mail.linkInFull"),
      h("br"),
      h("a", { href: url, dir: "ltr", style: styles.url, className: "lk-accent", target: "_blank" }, url),
    ),
  );
}

function footer({ kit, desk, content }: Page): ReactElement {
  const { h, Text } = kit;
  const { t, instance, baseUrl, look } = desk;
  const styles = stylesFor(directionOf(desk.locale));
  return h(
    Text,
    { style: styles.footer, className: "lk-muted" },
    `${t(content.stranger ? "mail.becauseNoAccount" : "mail.because", { instance })} ${t("mail.unanswered")}`,
    h("br"),
    ...(look.support ? [...support({ kit, desk, content }, look.support), h("br")] : []),
    h(
      "a",
      { href: baseUrl, dir: "ltr", style: styles.footerLink, className: "lk-muted", target: "_blank" },
      baseUrl,
    ),
  );
}

function support(
  { kit: { h }, desk }: Page,
  { text, href }: NonNullable<Desk["look"]["support"]>,
): (ReactElement | string)[] {
  const styles = stylesFor(directionOf(desk.locale));
  if (href === undefined) return [`${desk.t("common.help")} ${text}`];
  return [
    `${desk.t("common.help")} `,
    h("a", { key: "support", href, style: styles.footerLink, className: "lk-muted", target: "_blank" }, text),
  ];
}
