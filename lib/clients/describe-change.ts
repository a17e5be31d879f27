/** An app's metadata as the audit trail keeps it: what was registered, what an act changed. */
import { isDeepStrictEqual } from "node:util";
import type { ClientRow } from "#drizzle/schema/clients.ts";
import { type ClientMetadata, clientMetadataSchema } from "./schema.ts";

const members = Object.keys(clientMetadataSchema.shape) as (keyof ClientMetadata)[];

const longestValue = 1000;

/** The metadata of a row, without what we keep about it besides. */
export function metadataOf(row: ClientRow): ClientMetadata {
  const entries = members.map((name) => [name, row[name]]);
  return Object.fromEntries(entries) as unknown as ClientMetadata;
}

/** Every member that says something. */
export function tellMetadata(row: ClientRow): Record<string, string | number | boolean | string[]> {
  const told: Record<string, string | number | boolean | string[]> = { source: row.source };
  for (const [name, value] of Object.entries(metadataOf(row))) {
    if (value === null || value === false || (Array.isArray(value) && value.length === 0)) continue;
    if (Array.isArray(value)) told[name] = value.map(tell);
    else told[name] = typeof value === "number" || value === true ? value : tell(value);
  }
  return told;
}

/** What differs, before and after, as JSON. Nothing in it is a secret: keys of apps are public ones. */
export function tellChange(before: ClientRow, after: ClientRow): Record<string, string[]> {
  const changed = members.filter((name) => !isDeepStrictEqual(before[name], after[name]));
  const told = (row: ClientRow) => changed.map((name) => tell(`${name}: ${JSON.stringify(row[name])}`));
  return { changed, before: told(before), after: told(after) };
}

function tell(value: unknown): string {
  const text = typeof value === "string" ? value : JSON.stringify(value);
  return text.length > longestValue ? `${text.slice(0, longestValue)}…`.toWellFormed() : text;
}
