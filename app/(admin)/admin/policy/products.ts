/** The models of authenticators by what people call them: those in use, and those that are well known. */
import type { Translate } from "#lib/i18n/translator.ts";
import { authenticatorNames } from "#lib/passkeys/authenticator-names.ts";
import { mostOfModel, type PasskeyModel } from "#lib/passkeys/directory/schema.ts";
import { modelName } from "../passkeys/model-name.ts";

export interface Product {
  readonly name: string;
  /** One product may be several models. */
  readonly aaguids: readonly string[];
  /** How many passkeys of it work here; undefined for none. */
  readonly inUse: string | undefined;
}

/** Those in use first, then the others by name. */
export function productsOf(t: Translate, models: readonly PasskeyModel[]): Product[] {
  const byName = new Map<string, { aaguids: Set<string>; passkeys: number }>();
  const add = (name: string, aaguid: string, passkeys: number) => {
    const product = byName.get(name) ?? { aaguids: new Set<string>(), passkeys: 0 };
    product.aaguids.add(aaguid);
    product.passkeys += passkeys;
    byName.set(name, product);
  };
  for (const model of models) add(modelName(t, model), model.aaguid, model.passkeys);
  for (const [aaguid, name] of authenticatorNames) add(name, aaguid, 0);
  return [...byName]
    .sort(([a, one], [b, other]) => other.passkeys - one.passkeys || a.localeCompare(b))
    .map(([name, { aaguids, passkeys }]) => ({
      name,
      aaguids: [...aaguids],
      inUse: passkeys === 0 ? undefined : passkeys > mostOfModel ? `${mostOfModel}+` : String(passkeys),
    }));
}
