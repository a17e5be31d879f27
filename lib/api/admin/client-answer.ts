/** A relying app as the API tells it. */
import { z } from "zod";
import type { ClientRow } from "#drizzle/schema/clients.ts";
import { metadataOf } from "#lib/clients/describe-change.ts";
import { clientMetadataSchema } from "#lib/clients/schema.ts";

export const clientIdParam = z.strictObject({ id: z.string().min(1).max(512) });

export const clientAnswer = clientMetadataSchema.extend({
  id: z.string(),
  source: z
    .enum(["manual", "dynamic", "metadata_document"])
    .describe("Who said this: an administrator, the app itself, or the document at its client id."),
  sectorIdentifier: z.string().nullable(),
  createdAt: z.date(),
  updatedAt: z.date(),
  disabledAt: z.date().nullable(),
});

export type ClientAnswer = z.input<typeof clientAnswer>;

export function tellClient(row: ClientRow): ClientAnswer {
  const { id, source, sectorIdentifier, createdAt, updatedAt, disabledAt } = row;
  return { ...metadataOf(row), id, source, sectorIdentifier, createdAt, updatedAt, disabledAt };
}

export const secretOnce = z.string().optional().describe("Told this once, when one was made.");
