/** Which sessions of all people a list shows. Safe for the client. */
import { z } from "zod";
import { longestClientId } from "#lib/clients/schema.ts";
import { sessionIdSchema } from "#lib/sessions/schema.ts";

/** An empty choice of a filter is none. */
const none = z.literal("").transform(() => undefined);

const optionalText = (most: number) =>
  z
    .string()
    .max(most)
    .transform((text) => text.trim() || undefined)
    .optional();

export const sessionStates = ["in_use", "idle", "weaker"] as const;
export const sessionAges = ["day", "week", "month"] as const;

export const sessionQuerySchema = z.strictObject({
  q: optionalText(200).describe("Beginnings of words of the person's name or address, or an IP address."),
  user: z.union([none, z.uuid("must be the id of a user")]).optional(),
  client: optionalText(longestClientId).describe("Those that signed in to this app."),
  ip: optionalText(64).describe("Those that began at this address."),
  state: z
    .union([none, z.enum(sessionStates)])
    .optional()
    .describe("`weaker`: those that did not begin with a passkey."),
  olderThan: z.union([none, z.enum(sessionAges)]).optional(),
  after: z.string().max(512).optional(),
  before: z.string().max(512).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

export type SessionQuery = z.infer<typeof sessionQuerySchema>;

export const mostEndedAtOnce = 200;

export const endSessionsSchema = z.strictObject({
  ids: z
    .array(sessionIdSchema)
    .min(1, "must name at least one session")
    .max(mostEndedAtOnce, `must name at most ${mostEndedAtOnce} sessions`),
});

export const endedSessionsSchema = z.object({
  results: z
    .array(
      z.object({
        id: z.string(),
        ended: z.boolean(),
        refusal: z.object({ code: z.string(), message: z.string() }).optional().describe("Why not."),
      }),
    )
    .readonly(),
  signedOut: z.boolean().describe("Your own session was among them."),
});

export type EndedSessions = z.infer<typeof endedSessionsSchema>;
