/** Which authentication context class an answer names, where the session reached more than one. */

/** Stronger first: whoever reached one has reached those after it (OpenID EAP ACR Values 1.0 section 2). */
export const acrClasses = ["phrh", "phr"];

/** The classes that a session of class `acr` has reached, its own first. */
export function reachedClasses(acr: string): string[] {
  const index = acrClasses.indexOf(acr);
  return index < 0 ? [acr] : acrClasses.slice(index);
}

/** Whether a session of class `acr` meets a demand for one of `wanted`. */
export function meetsAcr(acr: string, wanted: readonly string[]): boolean {
  return reachedClasses(acr).some((reached) => wanted.includes(reached));
}

/**
 * The class to be told: the app's own favourite among those reached, so that it reads a word that it asked for (OIDC
 * Core section 5.5.1.1: a voluntary wish that cannot be met is no error).
 */
export function chooseAcr(
  acr: string,
  {
    requiredAcr,
    acrValues,
  }: { readonly requiredAcr?: readonly string[] | undefined; readonly acrValues: readonly string[] },
): string {
  const reached = reachedClasses(acr);
  return [...(requiredAcr ?? []), ...acrValues].find((wanted) => reached.includes(wanted)) ?? acr;
}
