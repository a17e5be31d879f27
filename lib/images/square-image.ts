/** Bytes that somebody sent → a small square JPEG of ours, cropped from the middle. */
import { encodeImage } from "./encode-image.ts";

export interface SquareWish {
  /** `config.programDirectory`. */
  readonly programDirectory: string;
  readonly sidePixels: number;
  readonly timeoutMs: number;
}

/** @throws ImageRefusal */
export async function squareImage(bytes: Uint8Array, wish: SquareWish): Promise<Buffer> {
  const { sidePixels: side, ...rest } = wish;
  const shape = {
    widthPixels: side,
    heightPixels: side,
    fit: "cover",
    format: "jpeg",
    drawings: false,
  } as const;
  return (await encodeImage(bytes, { ...rest, shape })).bytes;
}
