/** What every list of the administration that goes page by page tells beside its rows. */
import { z } from "zod";

/** With `after` in the query the next page follows; there is one as long as there is a cursor. */
export const nextCursor = z
  .string()
  .optional()
  .describe("The `after` of the next page; absent on the last one.");

/** Of lists that are searched, too. */
export const cursors = {
  nextCursor,
  previousCursor: z.string().optional().describe("The `before` of the page in front of it."),
};

export function counted(most: number) {
  return z
    .number()
    .int()
    .describe(`How many there are; ${most + 1} for more than ${most}.`);
}
