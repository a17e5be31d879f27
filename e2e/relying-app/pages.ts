/** The demo's pages: plain HTML, everything escaped. */
import type { SignedIn } from "./browser-session.ts";

export function welcomePage(): string {
  return page(
    "Demo app",
    `<p>This app has no passwords and no accounts of its own. It asks Latchkey who you are.</p>
<p><a class="button" href="/sign-in">Sign in with Latchkey</a></p>
<p><a href="/silent">Check silently whether I am signed in</a></p>`,
  );
}

export function claimsPage({ claims, userinfo }: SignedIn): string {
  return page(
    `Hello, ${String(userinfo.name ?? claims.sub)}`,
    `<h2>ID Token</h2>
<p>Who signed in, when and how, signed by Latchkey.</p>
${table("id-token", claims)}
<h2>UserInfo</h2>
<p>What you allowed this app to know.</p>
${table("userinfo", userinfo)}
<form method="post" action="/sign-out"><button class="button">Sign out</button></form>
<p><a href="/silent">Check silently whether I am signed in</a></p>`,
  );
}

export function problemPage(title: string, text: string): string {
  return page(title, `<p>${escapeHtml(text)}</p>\n<p><a href="/">Back to the demo</a></p>`);
}

function table(id: string, claims: object): string {
  const rows = Object.entries(claims).map(
    ([name, value]) =>
      `<tr><th scope="row">${escapeHtml(name)}</th><td>${escapeHtml(display(name, value))}</td></tr>`,
  );
  return `<table id="${id}">${rows.join("")}</table>`;
}

function display(name: string, value: unknown): string {
  if (typeof value === "number" && ["iat", "exp", "auth_time", "updated_at"].includes(name))
    return `${value} (${new Date(value * 1000).toISOString()})`;
  return typeof value === "string" ? value : JSON.stringify(value);
}

function page(title: string, body: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<link rel="stylesheet" href="/app.css">
</head>
<body>
<main>
<h1>${escapeHtml(title)}</h1>
${body}
</main>
</body>
</html>
`;
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
