/** Where a sign-in comes back to: the page that was asked for, with its filters. */
import { longestNext } from "./continue-target.ts";

/** Any base will do: only path and query are taken. */
const base = "https://latchkey.invalid";

/** `target` is the path and query of a request for that page. */
export function returnAddress(target: string): string {
  const url = new URL(target, base);
  // Next's own, on the way from page to page.
  url.searchParams.delete("_rsc");
  const address = `${url.pathname}${url.search}`;
  return address.length <= longestNext ? address : url.pathname;
}
