/** What can be done to many people or apps in one call, and what came of each. Safe for the client. */
import { z } from "zod";

/** In one call; whoever means more calls again, and sees how far it has come. */
export const mostAtOnce = 50;

/** Of a search, of which all may be meant together. */
export const mostMatching = 5_000;

export const peopleChangeSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.enum(["disable", "enable", "end_sessions"]) }),
  z.strictObject({ kind: z.enum(["add_to_group", "remove_from_group"]), groupId: z.uuid() }),
]);

export type PeopleChange = z.infer<typeof peopleChangeSchema>;

/** One refusal keeps nobody else from the change. */
export interface BulkOutcome {
  /** Those that are otherwise now than before: what an undo is about. */
  readonly changed: readonly string[];
  /** How many were so already. */
  readonly unchanged: number;
  readonly refused: readonly { readonly id: string; readonly name: string; readonly message: string }[];
}
