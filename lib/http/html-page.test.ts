import { expect, it } from "vitest";
import { htmlPage } from "./html-page.ts";

it("escapes whatever was sent, and holds neither script nor inline style", async () => {
  const hostile = `<script>alert("1")</script>'&`;
  const response = htmlPage({
    status: 400,
    title: hostile,
    paragraphs: [hostile],
    facts: [{ name: hostile, value: hostile }],
    requestId: hostile,
  });
  expect(response.status).toBe(400);
  expect(response.headers.get("cache-control")).toBe("no-store");
  const page = await response.text();
  expect(page).not.toMatch(/<script|<style|style=|onerror/);
  expect(
    page.match(/&lt;script&gt;alert\(&quot;1&quot;\)&lt;\/script&gt;&#39;&amp;/g)?.length,
  ).toBeGreaterThan(4);
});
