/** What holds the passkeys that work here, by product. */
import type { Context } from "#lib/context/context.ts";
import { listModels } from "#lib/passkeys/directory/list-models.ts";
import { mostOfModel } from "#lib/passkeys/directory/schema.ts";
import type { Provider } from "./schema.ts";

const mostShown = 8;

/** Those with most passkeys first; models of one product together. @throws DomainError FORBIDDEN */
export async function listProviders(ctx: Context): Promise<Provider[]> {
  const byProduct = Map.groupBy(await listModels(ctx), ({ product }) => product ?? null);
  const providers = [...byProduct].map(([name, models]) => ({
    name,
    passkeys: models.reduce((sum, { passkeys }) => sum + Math.min(passkeys, mostOfModel), 0),
    more: models.some(({ passkeys }) => passkeys > mostOfModel),
    aaguid: models.length === 1 ? (models[0]?.aaguid ?? null) : null,
  }));
  return providers.sort((a, b) => b.passkeys - a.passkeys).slice(0, mostShown);
}
