import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Brand, backgrounds, cornerStyles, noBranding } from "../schema.ts";
import { brandStylesheet } from "./brand-stylesheet.ts";

const plain: Brand = { ...noBranding, images: {} };
const image = (letter: string) => ({ name: letter.repeat(43), width: 300, height: 100 });

describe("the stylesheet", () => {
  it("is absent where nothing is branded that it could say", () => {
    expect(brandStylesheet(plain)).toBeUndefined();
    const words = {
      name: "Acme",
      supportName: "Desk",
      footerLinks: [{ label: "x", url: "https://a.example" }],
    };
    expect(brandStylesheet({ ...plain, ...words })).toBeUndefined();
    expect(brandStylesheet({ ...plain, images: { mail_logo: image("m") } })).toBeUndefined();
  });

  it("has an address of its own for everything that it can say", () => {
    const one = brandStylesheet({ ...plain, accent: "#ff00aa" });
    const same = brandStylesheet({ ...plain, accent: "#ff00aa", name: "Acme" });
    const other = brandStylesheet({ ...plain, accent: "#ff00ab", corners: "square" });
    expect(one?.address).toMatch(/^\/brand\.css\?v=[0-9a-f]{32}$/);
    expect(same?.address).toBe(one?.address);
    expect(other?.address).not.toBe(one?.address);
  });

  it("speaks for both themes, and for systems that choose by themselves", () => {
    const css = brandStylesheet({ ...plain, accent: "#ff00aa" })?.css ?? "";
    expect(css.match(/--accent:/g)).toHaveLength(3);
    expect(css).toMatch(/^:root:root:root \{ --accent: #[0-9a-f]{6};/);
  });

  it("puts a logo that was made for the other theme on that theme's ground", () => {
    const css = brandStylesheet({ ...plain, images: { logo_light: image("l") } })?.css ?? "";
    const [light = "", dark = ""] = css.split("\n");
    expect(light).toContain(`--brand-logo: url("/brand/${"l".repeat(43)}");`);
    expect(light).not.toContain("plate");
    expect(dark).toContain("--brand-logo-plate: oklch(1 0 0);");
    const other = brandStylesheet({ ...plain, images: { logo_dark: image("d") } })?.css ?? "";
    expect(other.split("\n")[0]).toContain("--brand-logo-plate: oklch(0.215 0.014 213);");
    expect(other.split("\n")[1]).toContain("--brand-logo-plate: transparent;");
  });

  it("holds nothing that anybody typed", () => {
    const color = fc
      .tuple(fc.nat(255), fc.nat(255), fc.nat(255))
      .map((parts) => `#${parts.map((part) => part.toString(16).padStart(2, "0")).join("")}`);
    const size = fc.integer({ min: 1, max: 10_000 });
    const picture = fc.record({
      name: fc.stringMatching(/^[A-Za-z0-9_-]{43}$/),
      width: size,
      height: size,
    });
    const brand = fc.record({
      name: fc.constant("}*{display:none}/*"),
      accent: fc.option(color),
      background: fc.constantFrom(...backgrounds),
      backgroundColor: fc.option(color),
      corners: fc.constantFrom(...cornerStyles),
      footerLinks: fc.constant([{ label: "}</style><script>", url: "https://evil.example/" }]),
      supportName: fc.constant("}</style>"),
      supportAddress: fc.constant("https://evil.example/"),
      images: fc.record(
        { logo_light: picture, logo_dark: picture, icon: picture, background: picture },
        { requiredKeys: [] },
      ),
    });
    const allowed =
      /^(?:[\s:.{}();,/]|root|\[data-theme(?:="dark")?\]|not|@media|prefers-color-scheme|dark|var|oklch|url|transparent|rem|%|--[a-z-]+|#[0-9a-f]{6}|[0-9.]+|"\/brand\/[A-Za-z0-9_-]{43}")*$/;
    fc.assert(
      fc.property(brand, (given) => {
        const css = brandStylesheet(given as unknown as Brand)?.css ?? "";
        expect(css.replaceAll(/"\/brand\/[\w-]{43}"/g, '"/brand/x"')).not.toMatch(/evil|display|script|\*/);
        expect(css).toMatch(allowed);
      }),
      { numRuns: 500 },
    );
  });

  it("is not made of a name that is none", () => {
    const bad = { name: 'x");}*{display:none', width: 1, height: 1 };
    expect(() => brandStylesheet({ ...plain, images: { icon: bad } })).toThrow();
  });
});
