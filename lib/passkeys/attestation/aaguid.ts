/** AAGUIDs as text. */

/** What authenticators without a model of their own, or that do not tell it, put in its place. */
export const noModel = "00000000-0000-0000-0000-000000000000";

/** Of 16 bytes, in lower case with hyphens. */
export function uuidOf(bytes: Uint8Array): string {
  const hex = Buffer.from(bytes).toString("hex");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}
