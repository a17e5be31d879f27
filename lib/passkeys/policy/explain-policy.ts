/** Tells a person which kind of authenticator will do, in the words of the catalogue. */
import type { Locale } from "#lib/i18n/locales.ts";
import { translator } from "#lib/i18n/translator.ts";
import type { AttestationPolicy } from "./schema.ts";

export interface PolicyRefusal {
  /** The passkey that was refused. */
  readonly facts: { readonly aaguid: string };
  /** What people call a model. */
  readonly nameOf: (aaguid: string) => string | undefined;
  readonly locale: Locale;
}

/** More names than these help nobody. */
const mostNames = 5;

/** Two or three sentences. `policy` is all that holds for the person, in one. */
export function explainPolicy(policy: AttestationPolicy, { facts, nameOf, locale }: PolicyRefusal): string {
  const t = translator(locale);
  const { formats, allowAaguids, denyAaguids = [] } = policy;
  const models = allowAaguids?.filter((aaguid) => !denyAaguids.includes(aaguid));
  const sentences: string[] = [t("policy.notAllowed")];
  if (formats?.length === 0 || models?.length === 0)
    return [...sentences, t("policy.nothingWillDo")].join(" ");
  const names = [...new Set((models ?? []).flatMap((aaguid) => nameOf(aaguid) ?? []))];
  if (models && names.length > 0) {
    const shown = names.slice(0, mostNames);
    const others = models.length > shown.length ? [t("policy.anotherModel")] : [];
    const list = new Intl.ListFormat(locale, { type: "disjunction" }).format([...shown, ...others]);
    sentences.push(t("policy.useModels", { models: list }));
  } else if (models) sentences.push(t("policy.useApproved"));
  else if (denyAaguids.includes(facts.aaguid)) sentences.push(t("policy.useAnotherModel"));
  else if (policy.deviceBoundOnly) sentences.push(t("policy.useDeviceBound"));
  if (policy.trustedOnly || (formats && !formats.includes("none"))) sentences.push(t("policy.mustProve"));
  if (policy.requireUserVerification) sentences.push(t("policy.mustVerify"));
  return sentences.join(" ");
}
