/** Where a sign-in leads: back into the app's request, to a page for whoever is signed in, or to the account. */

/** Any base will do: it only shows whether `next` leaves it. */
const base = "https://latchkey.invalid";

/** Of an address that a sign-in comes back to, in characters. */
export const longestNext = 512;

/** A path of this origin. `next` counts only when it is such a page still after URL normalization. */
export function continueTarget(input: {
  readonly interaction: string | undefined;
  readonly next: string | string[] | undefined;
}): string {
  if (input.interaction) return `/oauth/resume?interaction=${input.interaction}`;
  if (typeof input.next !== "string" || input.next.length > longestNext) return "/account";
  const url = URL.parse(input.next, base);
  if (url?.origin !== base) return "/account";
  if (!/^\/((account|admin)(\/|$)|approve$)/.test(url.pathname)) return "/account";
  return `${url.pathname}${url.search}`;
}
