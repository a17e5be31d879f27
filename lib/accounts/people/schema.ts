/** Which people a list shows and in what order. Safe for the client. */
import { z } from "zod";
import { exportFormatSchema } from "#lib/csv/schema.ts";
import { userSchema } from "#lib/users/schema.ts";

export const personSorts = ["name", "-name", "seen", "-seen", "created", "-created"] as const;

export const personStates = ["active", "disabled", "never_seen", "no_passkey", "one_passkey"] as const;

/** Text from an address or a form: trimmed, and nothing at all where it is empty. */
const optionalText = z
  .string()
  .max(200)
  .transform((text) => text.trim() || undefined)
  .optional();

/** An empty choice of a filter is none. */
const choice = <const T extends readonly [string, ...string[]]>(values: T) =>
  z.union([z.literal("").transform(() => undefined), z.enum(values)]).optional();

export const personQuerySchema = z.strictObject({
  q: optionalText.describe("Beginnings of words of the name or the address."),
  status: choice(personStates),
  role: choice(["user", "auditor", "helpdesk", "admin"]),
  group: z.union([z.literal("").transform(() => undefined), z.uuid()]).optional(),
  sort: choice(personSorts),
  after: z.string().max(512).optional().describe("Where the page begins: `nextCursor` of the one before."),
  before: z.string().max(512).optional().describe("Where the page ends: `previousCursor` of the one behind."),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

export const personFiltersSchema = personQuerySchema.pick({ q: true, status: true, role: true, group: true });

export type PersonFilters = z.infer<typeof personFiltersSchema>;

export const personExportSchema = personFiltersSchema.extend({ format: exportFormatSchema });

export type PersonQuery = z.infer<typeof personQuerySchema>;

export const listedPersonSchema = userSchema.extend({
  passkeys: z.number().int().describe("Those that work."),
});

export type ListedPerson = z.infer<typeof listedPersonSchema>;
