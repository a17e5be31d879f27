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

/** In which order an SVG begins: mark, declaration, comments, document type without definitions of its own. */
const beginning =
  /^\ufeff?\s*(?:<\?xml[^>]*\?>\s*)?(?:<!--(?:(?!-->)[\s\S])*-->\s*)*(?:<!DOCTYPE\s+svg[^>[]*>\s*)?<svg[\s/>]/;

/** Whether this begins as an SVG does. One that defines entities is none here: they multiply, and no drawing needs them. */
export function isDrawing(bytes: Uint8Array): boolean {
  const start = Buffer.from(bytes.subarray(0, 4096)).toString("utf8");
  return beginning.test(start) && !Buffer.from(bytes).includes("<!ENTITY");
}
