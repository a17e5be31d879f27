/** What a model of authenticator is called in lists. */
import type { Translate } from "#lib/i18n/translator.ts";
import type { PasskeyModel } from "#lib/passkeys/directory/schema.ts";

const unstated = /^[0-]+$/;

export function modelName(t: Translate, { aaguid, product }: Pick<PasskeyModel, "aaguid" | "product">) {
  if (unstated.test(aaguid)) return t("adminPasskeys.unstatedModel");
  return product ?? aaguid;
}
