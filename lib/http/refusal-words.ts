/** What a person reads of a refusal: the operation's own sentence, or the general one of its code. */
import type { DomainError } from "#lib/errors/domain-error.ts";
import type { Translate } from "#lib/i18n/translator.ts";

export function refusalWords(t: Translate, { code, publicMessage }: DomainError): string {
  return publicMessage ?? t(`errors.${code}`);
}
