/** How the instance looks now. Asked with every page: so each instance shows a change with the next one. */
import type { Runtime } from "#lib/context/context.ts";
import { processWide } from "#lib/context/process-wide.ts";
import { parseBranding } from "./parse-branding.ts";
import type { Brand } from "./schema.ts";
import { findBranding } from "./store.ts";

/** A page that says that the database is away must not wait for it. */
const patienceMs = 1_000;

interface Seen {
  text: string;
  brand: Brand;
}

/** What was seen last where the database does not answer. The same object for as long as nothing changes. */
export async function currentBranding({ db }: Pick<Runtime, "db">): Promise<Brand> {
  const seen = processWide<Seen>("branding/seen", () => ({ text: "", brand: parseBranding(undefined) }));
  const reading = findBranding(db).then((value) => remember(seen, value));
  const late = Promise.withResolvers<Brand>();
  const timer = setTimeout(() => late.resolve(seen.brand), patienceMs);
  try {
    return await Promise.race([reading, late.promise]);
  } catch {
    return seen.brand;
  } finally {
    clearTimeout(timer);
    // It may still fail after the page has gone.
    reading.catch(() => {});
  }
}

function remember(seen: Seen, value: unknown): Brand {
  const text = JSON.stringify(value) ?? "";
  if (text !== seen.text) Object.assign(seen, { text, brand: parseBranding(value) });
  return seen.brand;
}
