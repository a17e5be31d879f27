/**
 * A process of its own: one picture in on stdin, a square JPEG out on stdout. What is wrong with the picture is told by
 * the exit code. Decoders of what strangers send are where memory gets corrupted; here there is nothing to steal.
 */
import { buffer } from "node:stream/consumers";
import sharp from "sharp";
import { exitCodes, mostPixels } from "./decoder-contract.ts";

/** libvips also reads SVG, PDF, TIFF and more; none of it is asked for. */
const loaders = ["Png", "Jpeg", "Webp", "Nsgif", "Heif"].map((name) => `VipsForeignLoad${name}Buffer`);

sharp.block({ operation: ["VipsForeignLoad"] });
sharp.unblock({ operation: loaders });
sharp.concurrency(1);
sharp.cache(false);

const side = Number(process.argv[2]);

try {
  const jpeg = await sharp(await buffer(process.stdin), {
    limitInputPixels: mostPixels,
    failOn: "error",
    sequentialRead: true,
    // Of an animation, the first picture.
    pages: 1,
  })
    // The right way up; the camera's note about that goes with all other metadata, the place among it.
    .autoOrient()
    .resize(side, side, { fit: "cover", position: "centre" })
    // JPEG knows no transparency.
    .flatten({ background: "#ffffff" })
    .jpeg({ quality: 86, mozjpeg: true })
    .toBuffer();
  process.stdout.end(jpeg);
} catch (error) {
  const { message } = error as Error;
  process.stderr.write(message.slice(0, 500));
  process.exitCode = message.includes("exceeds pixel limit") ? exitCodes.tooManyPixels : exitCodes.unreadable;
}
