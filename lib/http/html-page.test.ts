import { expect, it } from "vitest";
import { htmlPage } from "./html-page.ts";
import { pageLook } from "./page-look.ts";

const look = (headers: Record<string, string> = {}) =>
  pageLook(new Request("https://id.example.com/", { headers }), undefined);

it("escapes whatever was sent, and holds neither script nor inline style", async () => {
  const hostile = `<script>alert("1")</script>'&`;
  const response = htmlPage(
    { ...(await look()), requestId: hostile },
    {
      status: 400,
      title: hostile,
      paragraphs: [hostile],
      facts: [{ name: hostile, value: hostile }],
      detail: hostile,
    },
  );
  expect(response.status).toBe(400);
  expect(response.headers.get("cache-control")).toBe("no-store");
  const page = await response.text();
  expect(page).not.toMatch(/<script|<style|style=|onerror/);
  expect(
    page.match(/&lt;script&gt;alert\(&quot;1&quot;\)&lt;\/script&gt;&#39;&amp;/g)?.length,
  ).toBeGreaterThan(5);
});

it("speaks and looks as was chosen in the browser", async () => {
  const cookie = "latchkey-theme=dark; latchkey-locale=ar";
  const page = await htmlPage(await look({ cookie, "accept-language": "de" }), {
    status: 200,
    title: "",
    paragraphs: [],
  }).text();
  expect(page).toContain('<html lang="ar" dir="rtl" data-theme="dark">');
});

it("follows browser and system where nothing was chosen, and no cookie that somebody else wrote", async () => {
  const cookie = 'latchkey-theme="><script>; latchkey-locale="><script>';
  const page = await htmlPage(await look({ cookie, "accept-language": "de-AT" }), {
    status: 200,
    title: "",
    paragraphs: [],
  }).text();
  expect(page).toContain('<html lang="de" dir="ltr">');
});

it("shows whose page it is and where to ask, and lets no text of the brand become markup", async () => {
  const hostile = `"><script>alert(1)</script>`;
  const links = [{ label: hostile, url: "https://a.example/?a=1&b='" }];
  const brand = {
    view: {
      name: hostile,
      mark: "logo" as const,
      footerLinks: links,
      support: { text: hostile, href: "mailto:a@b.example" },
    },
    icon: { url: "/brand/x", type: "image/png" },
    stylesheets: ["/brand.css?v=0"],
  };
  const page = await htmlPage(
    { ...(await look()), brand },
    { status: 400, title: "", paragraphs: [] },
  ).text();
  expect(page).not.toMatch(/<script|<style|style=/);
  expect(page).toContain('<link rel="stylesheet" href="/brand.css?v=0">');
  expect(page).toContain('<link rel="icon" href="/brand/x" type="image/png">');
  expect(page).toContain('href="https://a.example/?a=1&amp;b=&#39;"');
  expect(page.match(/&lt;script&gt;/g)).toHaveLength(3);
});
