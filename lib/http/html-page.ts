/** A small page of the protocol's own, for what cannot be answered by a redirect or by JSON. */
import { directionOf } from "#lib/i18n/locales.ts";
import { escapeHtml } from "./escape-html.ts";
import { renderBrand, renderBrandLinks } from "./html-brand.ts";
import type { PageLook } from "./page-look.ts";

export interface HtmlPage {
  readonly status: number;
  readonly title: string;
  readonly paragraphs: readonly string[];
  /** Shown as a list of names and values, as sent. */
  readonly facts?: readonly { readonly name: string; readonly value: string }[];
  /** What the app's developer must know; in English, like the protocol itself. */
  readonly detail?: string | undefined;
  /** Where the browser goes on to at once; the link is for those who switched that off. */
  readonly goOn?: { readonly location: string; readonly label: string; readonly afterSeconds?: number };
  /** Loaded unseen. With this nonce the page goes on as soon as all have been. */
  readonly frames?: { readonly urls: readonly string[]; readonly nonce: string | undefined };
  /** A form that the browser sends on at once where it runs scripts with this nonce; the button is for the others. */
  readonly post?: {
    readonly action: string;
    readonly fields: Readonly<Record<string, string>>;
    readonly label: string;
    readonly nonce: string | undefined;
  };
}

/** The look of the React pages, without React (public/). Linked one by one: an `@import` would load them in turn. */
const stylesheets = ["/tokens.css", "/system-theme.css", "/fonts.css", "/ui.css", "/protocol.css"];

/** Everything is escaped; no inline style and no script without a nonce, so it stands under the strict CSP. */
export function htmlPage(look: PageLook, page: HtmlPage): Response {
  return new Response(render(look, page), {
    status: page.status,
    headers: { "Content-Type": "text/html; charset=utf-8", "Cache-Control": "no-store" },
  });
}

function render(look: PageLook, page: HtmlPage): string {
  const { status, title, paragraphs, facts = [], detail, goOn, frames, post } = page;
  const { locale, theme, requestId, t, brand } = look;
  const rows = facts.map(
    ({ name, value }) => `<dt>${escapeHtml(name)}</dt><dd><code dir="auto">${escapeHtml(value)}</code></dd>`,
  );
  return `<!doctype html>
<html lang="${locale}" dir="${directionOf(locale)}"${theme ? ` data-theme="${theme}"` : ""}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
${goOn ? `<meta http-equiv="refresh" content="${goOn.afterSeconds ?? 0};url=${escapeHtml(goOn.location)}">\n` : ""}<title>${escapeHtml(title)}</title>
<link rel="icon" href="${brand?.icon.url ?? "/icon.svg"}" type="${brand?.icon.type ?? "image/svg+xml"}">
${[...stylesheets, ...(brand?.stylesheets ?? [])].map((path) => `<link rel="stylesheet" href="${path}">`).join("\n")}
</head>
<body>
<div class="auth-page">
${brand ? renderBrand(brand.view) : ""}
<main class="auth-card" data-keyline="${status < 400 ? "done" : "failed"}">
<h1>${escapeHtml(title)}</h1>
${paragraphs.map((text) => `<p>${escapeHtml(text)}</p>`).join("\n")}
${detail === undefined ? "" : `<p class="muted" lang="en" dir="ltr">${escapeHtml(detail)}</p>`}
${rows.length === 0 ? "" : `<dl>${rows.join("\n")}</dl>`}
${goOn ? `<p><a class="button" href="${escapeHtml(goOn.location)}">${escapeHtml(goOn.label)}</a></p>` : ""}
${frames && goOn ? renderFrames(frames) : ""}${post ? renderForm(post) : ""}
<p class="muted request-id">${escapeHtml(t("protocolError.reference"))} <code dir="ltr">${escapeHtml(requestId)}</code></p>
</main>
${brand ? renderBrandLinks(brand.view, t) : ""}
</div>
</body>
</html>
`;
}

function renderForm({ action, fields, label, nonce }: NonNullable<HtmlPage["post"]>): string {
  const inputs = Object.entries(fields).map(
    ([name, value]) => `<input type="hidden" name="${escapeHtml(name)}" value="${escapeHtml(value)}">`,
  );
  const script =
    nonce === undefined ? "" : `<script nonce="${escapeHtml(nonce)}">document.forms[0].submit()</script>`;
  return `<form method="post" action="${escapeHtml(action)}">
${inputs.join("\n")}
<button type="submit" class="button">${escapeHtml(label)}</button>
</form>
${script}`;
}

/**
 * An app's page may run scripts there, to clean up what it stored, and may not take this page elsewhere. The listener
 * comes first: no frame can have loaded before it. It is the document's, since `load` of an element never reaches the window.
 */
function renderFrames({ urls, nonce }: NonNullable<HtmlPage["frames"]>): string {
  const script = `let left=${urls.length};
document.addEventListener("load",(event)=>{if(event.target instanceof HTMLIFrameElement&&--left===0)location.replace(document.querySelector("main a.button").href)},true)`;
  const frames = urls.map(
    (url) =>
      `<iframe src="${escapeHtml(url)}" sandbox="allow-scripts allow-same-origin allow-forms" title="" hidden></iframe>`,
  );
  return `${nonce === undefined ? "" : `<script nonce="${escapeHtml(nonce)}">${script}</script>\n`}${frames.join("\n")}\n`;
}
