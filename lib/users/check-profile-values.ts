/** Whether values of a profile are what OIDC Core section 5.1 means by them. Intl and nothing else: safe for the client. */

/** Undefined where it is fine: a day, a day of an unknown year (0000), or a year. */
export function birthdateProblem(text: string): string | undefined {
  if (/^(?!0000)\d{4}$/.test(text)) return undefined;
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? [];
  if (year === undefined) return "must be YYYY-MM-DD, 0000-MM-DD or YYYY";
  // 2000 was a leap year: in an unknown year there may be a 29th of February.
  const known = year === "0000" ? "2000" : year;
  const date = new Date(`${known}-${month}-${day}T00:00:00Z`);
  const exists = !Number.isNaN(date.getTime()) && date.toISOString().startsWith(`${known}-${month}-${day}`);
  return exists ? undefined : "must be a day that the calendar has";
}

/** BCP 47 in its canonical casing (`de-ch` is `de-CH`); undefined where it is no tag. Languages have two or three letters. */
export function canonicalLocale(text: string): string | undefined {
  if (!/^[a-z]{2,3}(-|$)/i.test(text)) return undefined;
  try {
    return Intl.getCanonicalLocales(text)[0];
  } catch {
    return undefined;
  }
}

/** A name of the time zone database, also an older one; no bare offset. */
export function isTimeZone(name: string): boolean {
  if (!/^[A-Za-z][A-Za-z0-9_+-]*(\/[A-Za-z0-9_+-]+)*$/.test(name)) return false;
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
