/** What the decoding process and its parent agree on. */

/** A phone's camera makes 50 megapixels; a file of some kilobytes can claim billions. */
export const mostPixels = 64_000_000;

export const exitCodes = { unreadable: 3, tooManyPixels: 4 } as const;

/** What comes out; the wish is the process's one argument, as JSON. */
export interface ImageShape {
  readonly widthPixels: number;
  readonly heightPixels: number;
  /** `cover`: all of that size, cut from the middle. `whole`: all of it, the rest see-through. `inside`: no larger than that. */
  readonly fit: "cover" | "whole" | "inside";
  /** JPEG knows no transparency: what was see-through is white there. */
  readonly format: "jpeg" | "png" | "webp";
  /** SVG is taken as well. Its reader is a program by itself, so it is nothing for what strangers send. */
  readonly drawings: boolean;
}

/** On stdout, before the picture: its width and its height, four bytes each, big-endian. */
export const sizeHeaderBytes = 8;
