/** Which apps a list shows and in what order. Safe for the client. */
import { z } from "zod";

export const clientStates = ["enabled", "disabled"] as const;
export const clientSources = ["manual", "dynamic", "metadata_document"] as const;
export const clientKinds = ["public", "confidential", "service"] as const;
export type ClientKind = (typeof clientKinds)[number];

/** Text from an address or a form: trimmed, and nothing at all where it is empty. */
const optionalText = z
  .string()
  .max(200)
  .transform((text) => text.trim() || undefined)
  .optional();

/** An empty choice of a filter is none. */
const choice = <const T extends readonly [string, ...string[]]>(values: T) =>
  z.union([z.literal("").transform(() => undefined), z.enum(values)]).optional();

export const clientQuerySchema = z.strictObject({
  q: optionalText.describe("A part of the name or of the id."),
  state: choice(clientStates),
  source: choice(clientSources),
  sort: choice(["name", "-name"]),
  after: z.string().max(2048).optional(),
  before: z.string().max(2048).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

export type ClientQuery = z.infer<typeof clientQuerySchema>;
