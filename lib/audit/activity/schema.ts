/** What people are told of themselves from the trail, and how they ask. Safe for the client. */
import { z } from "zod";
import { auditActions } from "../catalogue.ts";

export const activityKinds = ["sign_ins", "passkeys", "apps", "account"] as const;
export const activityKindSchema = z.enum(activityKinds);
export type ActivityKind = z.infer<typeof activityKindSchema>;

/** Milliseconds since 1970 and the id of an event: the place between two pages. */
export const activityCursorSchema = z
  .string()
  .max(64)
  .regex(
    /^\d{1,13}-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
    "must be a cursor of a page that you were given",
  );

export const activityQuerySchema = z.strictObject({
  kind: activityKindSchema.optional(),
  /** Older ones than this place. */
  before: activityCursorSchema.optional(),
  /** Newer ones; counts only without `before`. */
  after: activityCursorSchema.optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});

const namedSchema = z.object({ id: z.string(), name: z.string().nullable() });

export const activityEventSchema = z.object({
  id: z.uuid(),
  at: z.date(),
  kind: activityKindSchema,
  action: z.enum(auditActions),
  outcome: z.enum(["success", "failure"]),
  reason: z.string().nullable().describe("On failures: the rule or code that refused."),
  by: z
    .enum(["you", "administrator", "app", "system", "unknown"])
    .describe("`unknown`: somebody who was not signed in, such as whoever failed to sign in."),
  app: namedSchema.nullable().describe("Its name is null when it is gone."),
  passkey: namedSchema.nullable(),
  ip: z.string().nullable().describe("Of the browser; null where it was somebody else's."),
  userAgent: z.string().nullable(),
  facts: z
    .record(z.string(), z.union([z.string(), z.array(z.string())]))
    .describe("What the action says of itself, such as the `method` of a sign-in."),
});

export type ActivityEvent = z.infer<typeof activityEventSchema>;

export const activityPageSchema = z.object({
  events: z.array(activityEventSchema),
  newer: z.string().optional().describe("For `after`; absent on the page with the newest."),
  older: z.string().optional().describe("For `before`; absent on the page with the oldest."),
});
