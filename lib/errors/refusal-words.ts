/** What a person reads of a refusal: a sentence of its own, or the general one of its code. */
import type { DomainError } from "#lib/errors/domain-error.ts";
import type { Translate } from "#lib/i18n/translator.ts";

export function refusalWords(t: Translate, { code, words, publicMessage }: DomainError): string {
  if (words) return t(`refusals.${words.key}`, words.values as never);
  return publicMessage ?? t(`errors.${code}`);
}
