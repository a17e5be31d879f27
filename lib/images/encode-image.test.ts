import { writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { projectRoot } from "#lib/config/project-root.ts";
import type { ImageShape } from "./decoder-contract.ts";
import { encodeImage } from "./encode-image.ts";
import { ImageRefusal } from "./image-refusal.ts";
import { isDrawing } from "./sniff-format.ts";

const logo: ImageShape = {
  widthPixels: 120,
  heightPixels: 40,
  fit: "inside",
  format: "png",
  drawings: true,
};
const encode = (bytes: Uint8Array | string, shape: Partial<ImageShape> = {}, timeoutMs = 20_000) =>
  encodeImage(Buffer.from(bytes), {
    programDirectory: projectRoot(),
    shape: { ...logo, ...shape },
    timeoutMs,
  });
const problemOf = (work: Promise<unknown>) =>
  work.then(
    () => "done",
    (error) => (error instanceof ImageRefusal ? error.problem : String(error)),
  );
const svg = (inner: string, size = 'width="24" height="8"') =>
  `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" ${size}>${inner}</svg>`;
const filled = svg('<rect width="24" height="8" fill="#ff0000"/>');
const flat = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 4, background: "#ff000080" } })
    .png()
    .toBuffer();
const pixel = async (bytes: Buffer, left: number, top: number) => [
  ...(await sharp(bytes).extract({ left, top, width: 1, height: 1 }).ensureAlpha().raw().toBuffer()),
];

describe("the shape of a picture", () => {
  it("stays within its bounds, keeps its proportions and is never enlarged", async () => {
    const large = await encode(await flat(400, 100));
    expect(large).toMatchObject({ width: 120, height: 30, mediaType: "image/png" });
    expect(await sharp(large.bytes).metadata()).toMatchObject({ format: "png", width: 120, height: 30 });
    expect(await encode(await flat(30, 10))).toMatchObject({ width: 30, height: 10 });
  });

  it("is whole within a square, see-through around it", async () => {
    const { bytes } = await encode(await flat(40, 20), { widthPixels: 64, heightPixels: 64, fit: "whole" });
    expect(await pixel(bytes, 32, 2)).toEqual([0, 0, 0, 0]);
    expect((await pixel(bytes, 32, 32))[0]).toBe(255);
  });

  it("may be a WebP", async () => {
    const { bytes, mediaType } = await encode(await flat(40, 20), { format: "webp" });
    expect(mediaType).toBe("image/webp");
    expect((await sharp(bytes).metadata()).format).toBe("webp");
  });
});

describe("a drawing", () => {
  it("becomes a picture of pixels, as fine as it is needed", async () => {
    const { bytes, width, height, mediaType } = await encode(filled);
    expect({ width, height, mediaType }).toEqual({ width: 120, height: 40, mediaType: "image/png" });
    expect(await pixel(bytes, 60, 20)).toEqual([255, 0, 0, 255]);
    expect(bytes.includes("svg")).toBe(false);
  });

  it("is recognised behind what may stand before it", () => {
    for (const before of [
      "",
      "\ufeff",
      '<?xml version="1.0" encoding="UTF-8"?>\n',
      "<!-- by hand --><!-- twice -->",
      '<?xml version="1.0"?><!-- x --> <!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/svg11.dtd">\n',
    ])
      expect(isDrawing(Buffer.from(before + filled))).toBe(true);
    for (const text of [`<html>${filled}`, "<svgx/>", "", "<!DOCTYPE html><svg>", "<!--".repeat(900)])
      expect(isDrawing(Buffer.from(text))).toBe(false);
    const started = performance.now();
    isDrawing(Buffer.from("<!-- -->".repeat(500)));
    expect(performance.now() - started).toBeLessThan(200);
  });

  it("is refused where nobody asked for drawings", async () => {
    expect(await problemOf(encode(filled, { drawings: false }))).toBe("unknown_format");
    // The first bytes say PNG, and only the decoder could be told otherwise.
    const disguised = Buffer.concat([Buffer.from("\x89PNG\r\n\x1a\n", "latin1"), Buffer.from(filled)]);
    expect(await problemOf(encode(disguised))).toBe("unreadable");
  });

  it("runs no script and brings nothing in from anywhere else", async () => {
    const file = join(tmpdir(), `latchkey-blue-${process.pid}.png`);
    writeFileSync(
      file,
      await sharp({ create: { width: 24, height: 8, channels: 3, background: "#0000ff" } })
        .png()
        .toBuffer(),
    );
    const { href } = pathToFileURL(file);
    for (const inner of [
      `<image width="24" height="8" href="${href}"/>`,
      `<image width="24" height="8" xlink:href="${file}"/>`,
      `<image width="24" height="8" href="http://127.0.0.1:9/x.png"/>`,
      `<use href="${href}#a"/>`,
      `<style>@import url("${href}"); rect{fill:red}</style>`,
      `<foreignObject width="24" height="8"><img src="${href}"/></foreignObject>`,
      `<script>document.documentElement.innerHTML='&lt;rect/&gt;'</script>`,
      `<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="${href}" parse="text"/>`,
    ]) {
      const { bytes } = await encode(svg(inner));
      expect(await pixel(bytes, 60, 20), inner).toEqual([0, 0, 0, 0]);
    }
  });

  it("is refused where it defines entities, is broken, or claims to be larger than anything", async () => {
    const lol = `<!DOCTYPE svg [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]>${svg("<text>&b;</text>")}`;
    expect(await problemOf(encode(lol))).toBe("unknown_format");
    expect(await problemOf(encode(filled.slice(0, -3)))).toBe("unreadable");
    expect(await problemOf(encode(svg("", 'width="900000" height="900000"')))).not.toBe("done");
    expect(await problemOf(encode(svg("", 'width="0" height="0"')))).not.toBe("done");
  });

  it("is ended when its filters take too long", async () => {
    const filters = Array.from(
      { length: 60 },
      () => '<feTurbulence baseFrequency=".9" numOctaves="200"/><feGaussianBlur stdDeviation="900"/>',
    ).join("");
    const slow = svg(`<filter id="f">${filters}</filter><rect width="24" height="8" filter="url(#f)"/>`);
    expect(await problemOf(encode(slow, { widthPixels: 2400, heightPixels: 1600 }, 1500))).toBe("too_slow");
  });
});
