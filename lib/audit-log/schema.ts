/** How administrators ask the trail, and what they are told. Safe for the client. */
import { z } from "zod";
import { auditActions } from "#lib/audit/catalogue.ts";

export const eventGroups = [
  "sign_ins",
  "passkeys",
  "recovery",
  "people",
  "groups",
  "apps",
  "access",
  "tokens",
  "system",
  "conformance",
] as const;

export type EventGroup = (typeof eventGroups)[number];

/** Text from an address or a form: trimmed, and nothing at all where it is empty. */
const optionalText = (longest: number) =>
  z
    .string()
    .max(longest)
    .transform((text) => text.trim() || undefined)
    .optional();

/** An empty choice of a filter is none. */
const choice = <const T extends readonly [string, ...string[]]>(values: T) =>
  z.union([z.literal("").transform(() => undefined), z.enum(values)]).optional();

const moment = z
  .union([
    z.literal("").transform(() => undefined),
    z.iso.date("must be a day, such as 2026-11-28"),
    z.iso.datetime({ offset: true }),
  ])
  .optional();

export const auditFilterSchema = z.strictObject({
  actor: optionalText(512).describe("Who did it: the id of a person, an app or an API key, or an address."),
  person: optionalText(254).describe("Whom it was about: an id or an e-mail address."),
  event: choice([...eventGroups, ...auditActions]).describe("An action, or a group of them."),
  app: optionalText(512).describe("The app: its client id or its whole name."),
  ip: optionalText(64).describe("The address that it came from."),
  outcome: choice(["success", "failure"]),
  from: moment.describe("A day in UTC, which counts, or a moment."),
  to: moment.describe("A day in UTC, which counts, or a moment."),
  request: optionalText(200).describe("The id of the request that did it."),
});

export type AuditFilter = z.infer<typeof auditFilterSchema>;

export const auditQuerySchema = auditFilterSchema.extend({
  after: z.string().max(512).optional().describe("Where the page begins: `nextCursor` of the one before."),
  before: z.string().max(512).optional().describe("Where the page ends: `previousCursor` of the one behind."),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

export type AuditQuery = z.infer<typeof auditQuerySchema>;

export const newerQuerySchema = auditFilterSchema.extend({
  since: z.string().max(512).optional().describe("`newestCursor` of a page; everything counts without it."),
});

export const exportFormatSchema = z.enum(["csv", "jsonl"]);
export type ExportFormat = z.infer<typeof exportFormatSchema>;

export const exportQuerySchema = auditFilterSchema.extend({
  format: exportFormatSchema.default("csv").describe("A table for spreadsheets, or JSON Lines for programs."),
});

const namedSchema = z.object({
  id: z.string(),
  name: z.string().nullable().describe("Null when it is gone."),
});

export type Named = z.infer<typeof namedSchema>;

export const auditEventSchema = z.object({
  id: z.uuid(),
  at: z.date(),
  action: z.enum(auditActions),
  outcome: z.enum(["success", "failure"]),
  reason: z.string().nullable().describe("On failures: the rule or code that refused."),
  actor: z.object({
    type: z.enum(["anonymous", "user", "client", "api_key", "operator", "system"]),
    id: z.string().nullable(),
    name: z.string().nullable().describe("Of a person, an app or an API key; null when it is gone."),
  }),
  person: namedSchema.nullable().describe("Whom it was about."),
  app: namedSchema.nullable(),
  passkey: namedSchema.nullable(),
  group: namedSchema.nullable(),
  sessionId: z.string().nullable(),
  ip: z.string().nullable(),
  userAgent: z.string().nullable(),
  requestId: z.string(),
  details: z.record(z.string(), z.unknown()).describe("What the action says of itself."),
});

export type AuditEventRecord = z.infer<typeof auditEventSchema>;

export const auditPageSchema = z.object({
  events: z.array(auditEventSchema),
  nextCursor: z.string().optional().describe("For `after`: older ones. Absent on the last page."),
  previousCursor: z.string().optional().describe("For `before`: newer ones. Absent on the first page."),
  newestCursor: z.string().optional().describe("Of the first event here; for counting newer ones."),
});

export const newerEventsSchema = z.object({
  count: z.number().int(),
  more: z.boolean().describe("There are more than were counted."),
});

export type NewerEvents = z.infer<typeof newerEventsSchema>;
