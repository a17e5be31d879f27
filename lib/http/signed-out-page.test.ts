import { describe, expect, it } from "vitest";
import { frameSourcesHeader } from "./internal-headers.ts";
import { pageLook } from "./page-look.ts";
import { signedOutPage } from "./signed-out-page.ts";

const frames = ["https://a.example/out?iss=x&sid=1", "https://a.example/other", "https://b.example:8443/out"];
const make = async (nonce?: string) =>
  signedOutPage(
    await pageLook(new Request("https://id.example.com/"), undefined),
    "https://app.example/bye?a=1&b=2",
    frames,
    nonce,
  );

describe("OpenID Connect Front-Channel Logout 1.0 section 2: the page with the frames", () => {
  it("names each origin of its frames once, for the content policy", async () => {
    expect((await make()).headers.get(frameSourcesHeader)).toBe("https://a.example https://b.example:8443");
  });

  it("loads every address in a frame that cannot take the page elsewhere, and is kept by nobody", async () => {
    const page = await make();
    const text = await page.text();
    expect(text.match(/<iframe /g)).toHaveLength(3);
    expect(text).toContain('src="https://a.example/out?iss=x&amp;sid=1"');
    expect(text).not.toContain("allow-top-navigation");
    expect(page.headers.get("cache-control")).toBe("no-store");
  });

  it("goes on by itself after five seconds and by a link, without any script", async () => {
    const text = await (await make()).text();
    expect(text).toContain('http-equiv="refresh" content="5;url=https://app.example/bye?a=1&amp;b=2"');
    expect(text).toContain('href="https://app.example/bye?a=1&amp;b=2"');
    expect(text).not.toContain("<script");
  });

  it("runs its one script by nonce, before any frame can have loaded", async () => {
    const text = await (await make("bm9uY2Vub25jZW5vbmNl")).text();
    expect(text.indexOf('<script nonce="bm9uY2Vub25jZW5vbmNl">')).toBeLessThan(text.indexOf("<iframe"));
  });
});
