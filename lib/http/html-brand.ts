/** What stands around the card of the server's own pages: whose they are, and where to ask; as the React pages have it. */
import type { BrandView } from "#lib/branding/schema.ts";
import type { Translate } from "#lib/i18n/translator.ts";
import { escapeHtml } from "./escape-html.ts";

const ownMark = `<svg class="brand-mark" width="28" height="28" viewBox="0 0 32 32" aria-hidden="true"><rect width="32" height="32" rx="8"/><circle cx="11" cy="16" r="4.75"/><path d="M16 16h9.5M25.5 16v4.5M20.5 16v3.5"/></svg>`;

const ownIcon = `<span aria-hidden="true" class="brand-icon"></span>`;

export function renderBrand({ name, mark }: BrandView): string {
  const text = escapeHtml(name);
  const beside = mark === "icon" ? ownIcon : ownMark;
  const sign =
    mark === "logo"
      ? `<span role="img" aria-label="${text}" class="brand-logo"></span>`
      : `${beside}<span dir="auto">${text}</span>`;
  return `<header class="page-brand"><div class="auth-plate"><p>${sign}</p></div></header>`;
}

/** Empty where the instance says nothing of it. */
export function renderBrandLinks({ footerLinks, support }: BrandView, t: Translate): string {
  if (footerLinks.length === 0 && !support) return "";
  const links = footerLinks.map(({ label, url }) => `<li>${link(url, label)}</li>`).join("");
  const contact =
    support?.href === undefined
      ? `<bdi>${escapeHtml(support?.text ?? "")}</bdi>`
      : link(support.href, support.text);
  return `<footer class="page-links"><div class="auth-plate">
${support ? `<p>${escapeHtml(t("common.help"))} ${contact}</p>` : ""}
${links === "" ? "" : `<nav aria-label="${escapeHtml(t("common.footerLinks"))}"><ul>${links}</ul></nav>`}
</div></footer>`;
}

function link(href: string, text: string): string {
  return `<a href="${escapeHtml(href)}" rel="noopener noreferrer"><bdi>${escapeHtml(text)}</bdi></a>`;
}
