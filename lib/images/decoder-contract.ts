/** What the decoding process and its parent agree on. */

/** A phone's camera makes 50 megapixels; a file of some kilobytes can claim billions. */
export const mostPixels = 64_000_000;

export const exitCodes = { unreadable: 3, tooManyPixels: 4 } as const;
