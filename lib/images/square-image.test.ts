import { deflateSync } from "node:zlib";
import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { projectRoot } from "#lib/config/project-root.ts";
import { ImageRefusal } from "./image-refusal.ts";
import { sniffFormat } from "./sniff-format.ts";
import { squareImage } from "./square-image.ts";

const wish = { programDirectory: projectRoot(), sidePixels: 64, timeoutMs: 20_000 };
const problemOf = (bytes: Uint8Array, timeoutMs = wish.timeoutMs) =>
  squareImage(bytes, { ...wish, timeoutMs }).then(
    () => "done",
    (error) => (error instanceof ImageRefusal ? error.problem : String(error)),
  );

/** Left half red, right half blue; twice as wide as high, so that a square of the middle has both. */
const halves = (width = 200, height = 100) =>
  sharp({ create: { width, height, channels: 3, background: "#ff0000" } }).composite([
    {
      input: { create: { width: width / 2, height, channels: 3, background: "#0000ff" } },
      left: width / 2,
      top: 0,
    },
  ]);
const crc32 = (bytes: Uint8Array) => {
  let crc = ~0;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc >>> 0;
};
const chunk = (type: string, data: Uint8Array) => {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
};
/** A PNG that claims a size and holds next to nothing. */
const claimingPng = (width: number, height: number) => {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 6, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from("\x89PNG\r\n\x1a\n", "latin1"),
    chunk("IHDR", header),
    chunk("IDAT", deflateSync(Buffer.alloc(1_000_000))),
    chunk("IEND", Buffer.alloc(0)),
  ]);
};
const pixelOf = async (jpeg: Buffer, left: number, top: number) => [
  ...(await sharp(jpeg).extract({ left, top, width: 1, height: 1 }).raw().toBuffer()),
];

describe("a picture", () => {
  it.each(["png", "jpeg", "webp", "gif", "avif"] as const)("may be a %s", async (format) => {
    const bytes = await halves().toFormat(format).toBuffer();
    expect(sniffFormat(bytes)).toBe(format);
    const jpeg = await squareImage(bytes, wish);
    expect(await sharp(jpeg).metadata()).toMatchObject({ format: "jpeg", width: 64, height: 64 });
    const [red, , blue] = await pixelOf(jpeg, 2, 32);
    expect(red).toBeGreaterThan(200);
    expect(blue).toBeLessThan(60);
    expect((await pixelOf(jpeg, 61, 32))[2]).toBeGreaterThan(200);
  });

  it("stands upright and tells nothing of where and with what it was taken", async () => {
    const bytes = await halves(400, 200)
      .jpeg()
      .withExif({ IFD0: { Make: "Camera", Copyright: "secret-owner" }, IFD3: { GPSLatitude: "47/1" } })
      .withMetadata({ orientation: 6 })
      .toBuffer();
    expect(bytes.toString("latin1")).toContain("secret-owner");
    const jpeg = await squareImage(bytes, wish);
    const { exif, icc, xmp, iptc } = await sharp(jpeg).metadata();
    expect({ exif, icc, xmp, iptc }).toEqual({});
    expect(jpeg.toString("latin1")).not.toContain("secret-owner");
    // Turned by a quarter: what was at the left is at the top.
    expect((await pixelOf(jpeg, 32, 2))[0]).toBeGreaterThan(200);
    expect((await pixelOf(jpeg, 32, 61))[2]).toBeGreaterThan(200);
  });

  it("is the first one of an animation, and white where it was transparent", async () => {
    const frame = (background: string) =>
      sharp({ create: { width: 20, height: 20, channels: 4, background } })
        .png()
        .toBuffer();
    const animation = await sharp([await frame("#00ff00"), await frame("#ff0000")], {
      join: { animated: true },
    })
      .gif()
      .toBuffer();
    expect((await sharp(animation, { animated: true }).metadata()).pages).toBe(2);
    const [red, green] = await pixelOf(await squareImage(animation, wish), 32, 32);
    expect(green).toBeGreaterThan(200);
    expect(red).toBeLessThan(60);
    const clear = await squareImage(await frame("#00000000"), wish);
    for (const channel of await pixelOf(clear, 32, 32)) expect(channel).toBeGreaterThan(250);
  });
});

describe("what is no picture", () => {
  it("is refused by its first bytes", async () => {
    const svg =
      '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>alert(1)</script></svg>';
    for (const text of ["", "hello", svg, `<?xml version="1.0"?>${svg}`, "%PDF-1.7", "II*\0", "BM", "RIFF"])
      expect(await problemOf(Buffer.from(text))).toBe("unknown_format");
  });

  it("is refused where only the first bytes are of a picture", async () => {
    const page = "<html><script>alert(1)</script>";
    for (const start of [
      "\x89PNG\r\n\x1a\n",
      "\xff\xd8\xff\xe0",
      "RIFF\x20\0\0\0WEBPVP8 ",
      "GIF89a",
      "\0\0\0\x20ftypavif",
    ])
      expect(await problemOf(Buffer.from(start + page, "latin1"))).toBe("unreadable");
  });

  it.each(["png", "jpeg", "webp", "gif", "avif"] as const)(
    "is refused where a %s breaks off",
    async (format) => {
      const bytes = await sharp({
        create: {
          width: 300,
          height: 300,
          channels: 3,
          background: "#000",
          noise: { type: "gaussian", mean: 128, sigma: 60 },
        },
      })
        .toFormat(format)
        .toBuffer();
      expect(await problemOf(bytes.subarray(0, bytes.length >> 1))).toBe("unreadable");
    },
  );
});

describe("what would do harm", () => {
  it("is refused where a small file claims more pixels than anybody has memory for", async () => {
    for (const bomb of [claimingPng(50_000, 50_000), claimingPng(2 ** 31 - 1, 2 ** 31 - 1)]) {
      expect(bomb.length).toBeLessThan(10_000);
      expect(["too_many_pixels", "unreadable"]).toContain(await problemOf(bomb));
    }
    expect(await problemOf(claimingPng(8001, 8001))).toBe("too_many_pixels");
    const gif = await halves().gif().toBuffer();
    // Of the whole, and of its first frame, whose descriptor begins with a comma.
    for (const at of [6, gif.indexOf(",\0\0\0\0", "latin1") + 5]) {
      gif.writeUInt16LE(65_535, at);
      gif.writeUInt16LE(65_535, at + 2);
    }
    expect(await problemOf(gif)).not.toBe("done");
  });

  it("leaves nothing behind of a picture that is a page or an archive as well", async () => {
    const hidden = "<script>alert(document.domain)</script>PK\x03\x04";
    const picture = await halves().jpeg().withXmp(`<x>${hidden}</x>`).toBuffer();
    const jpeg = await squareImage(Buffer.concat([picture, Buffer.from(hidden)]), wish);
    for (const part of ["script", "PK\x03"]) expect(jpeg.includes(part, 0, "latin1")).toBe(false);
  });

  it("is ended when it takes too long, and does not hold up the next", async () => {
    const big = await halves(7000, 7000).png().toBuffer();
    const [slow, next] = await Promise.all([problemOf(big, 20), problemOf(await halves().png().toBuffer())]);
    expect([slow, next]).toEqual(["too_slow", "done"]);
  });
});
