/** Where the stylesheet and the pictures are served. */
import { imageNameSchema } from "../schema.ts";

export const stylesheetPath = "/brand.css";

/** Only what is shaped like a name gets into an address. */
export function brandImagePath(name: string): `/brand/${string}` {
  return `/brand/${imageNameSchema.parse(name)}`;
}
