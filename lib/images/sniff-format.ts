/** Which kind of picture bytes are by their own first bytes. Names and declared types are not asked: both can lie. */

export type ImageFormat = "png" | "jpeg" | "webp" | "gif" | "avif";

/** What begins as one of these may still be anything: the decoder has the last word. */
export function sniffFormat(bytes: Uint8Array): ImageFormat | undefined {
  const text = Buffer.from(bytes.subarray(0, 12)).toString("latin1");
  if (text.startsWith("\x89PNG\r\n\x1a\n")) return "png";
  if (text.startsWith("\xff\xd8\xff")) return "jpeg";
  if (/^RIFF.{4}WEBP/s.test(text)) return "webp";
  if (/^GIF8[79]a/.test(text)) return "gif";
  // ISO base media (ISO/IEC 14496-12): the length of the first box, its type, its major brand.
  if (/^.{4}ftypavi[fs]/s.test(text)) return "avif";
  return undefined;
}
