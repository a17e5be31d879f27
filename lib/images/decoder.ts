/**
 * A process of its own: one picture in on stdin, one of ours out on stdout. What is wrong with the picture is told by
 * the exit code. Decoders of what strangers send are where memory gets corrupted; here there is nothing to steal.
 */
import { buffer } from "node:stream/consumers";
import sharp, { type Sharp, type SharpOptions } from "sharp";
import { exitCodes, type ImageShape, mostPixels, sizeHeaderBytes } from "./decoder-contract.ts";

const shape = JSON.parse(process.argv[2] ?? "{}") as ImageShape;

/** libvips also reads PDF, TIFF and more; none of it is asked for. */
const loaders = ["Png", "Jpeg", "Webp", "Nsgif", "Heif", ...(shape.drawings ? ["Svg"] : [])];

sharp.block({ operation: ["VipsForeignLoad"] });
sharp.unblock({ operation: loaders.map((name) => `VipsForeignLoad${name}Buffer`) });
sharp.concurrency(1);
sharp.cache(false);

const options: SharpOptions = {
  limitInputPixels: mostPixels,
  failOn: "error",
  sequentialRead: true,
  // Of an animation, the first picture.
  pages: 1,
};

try {
  const { data, info } = await encode(resize(await read(await buffer(process.stdin)))).toBuffer({
    resolveWithObject: true,
  });
  const size = Buffer.alloc(sizeHeaderBytes);
  size.writeUInt32BE(info.width, 0);
  size.writeUInt32BE(info.height, 4);
  process.stdout.end(Buffer.concat([size, data]));
} catch (error) {
  const { message } = error as Error;
  process.stderr.write(message.slice(0, 500));
  process.exitCode = message.includes("exceeds pixel limit") ? exitCodes.tooManyPixels : exitCodes.unreadable;
}

async function read(bytes: Buffer): Promise<Sharp> {
  const density = shape.drawings ? await densityOf(bytes) : undefined;
  // The right way up; the camera's note about that goes with all other metadata, the place among it.
  return sharp(bytes, { ...options, ...(density === undefined ? {} : { density }) }).autoOrient();
}

/** A drawing has no pixels of its own: it is drawn as large as it is needed, and not enlarged afterwards. */
async function densityOf(bytes: Buffer): Promise<number | undefined> {
  const { format, width, height } = await sharp(bytes, options).metadata();
  if (format !== "svg") return undefined;
  const scales = [shape.widthPixels / width, shape.heightPixels / height];
  const scale = shape.fit === "cover" ? Math.max(...scales) : Math.min(...scales);
  return Math.min(20_000, Math.max(1, 72 * scale));
}

function resize(picture: Sharp): Sharp {
  const { widthPixels, heightPixels, fit } = shape;
  switch (fit) {
    case "cover":
      return picture.resize(widthPixels, heightPixels, { fit: "cover", position: "centre" });
    case "whole":
      return picture.resize(widthPixels, heightPixels, { fit: "contain", background: "#00000000" });
    case "inside":
      return picture.resize(widthPixels, heightPixels, { fit: "inside", withoutEnlargement: true });
  }
}

function encode(picture: Sharp): Sharp {
  switch (shape.format) {
    case "jpeg":
      return picture.flatten({ background: "#ffffff" }).jpeg({ quality: 86, mozjpeg: true });
    case "png":
      return picture.png({ compressionLevel: 9 });
    case "webp":
      return picture.webp({ quality: 80 });
  }
}
