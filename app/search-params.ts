/** Query strings of pages: one value each, of the expected shape, or nothing. */

export type SearchParams = Promise<Readonly<Record<string, string | string[] | undefined>>>;

/** Tokens of links and interactions: 256 bits in base64url. */
const token = /^[A-Za-z0-9_-]{43}$/;

export function readToken(value: string | string[] | undefined): string | undefined {
  return typeof value === "string" && token.test(value) ? value : undefined;
}

/** True when the parameter is there at all, whatever it holds. */
export function isGiven(value: string | string[] | undefined): boolean {
  return value !== undefined && value !== "";
}
