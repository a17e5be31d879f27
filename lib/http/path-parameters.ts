/** Reads path parameters by the endpoint's own template, so that both lanes hand over nothing but the Request. */
import { DomainError } from "#lib/errors/domain-error.ts";

/** `/api/v1/me/passkeys/{id}` → a function from a request's URL to `{ id }`. */
export function pathParameterReader(template: string): (url: string) => Record<string, string> {
  const places = template
    .split("/")
    .flatMap((segment, index) =>
      segment.startsWith("{") && segment.endsWith("}") ? [{ name: segment.slice(1, -1), index }] : [],
    );
  return (url) => {
    const segments = new URL(url).pathname.split("/");
    return Object.fromEntries(places.map(({ name, index }) => [name, decode(segments[index] ?? "")]));
  };
}

/** @throws DomainError INVALID_REQUEST for what is no encoded text, or holds a NUL, which PostgreSQL cannot store */
function decode(segment: string): string {
  try {
    const text = decodeURIComponent(segment);
    if (!text.includes("\0")) return text;
  } catch {
    // Refused below, like a NUL.
  }
  throw new DomainError("INVALID_REQUEST", { message: "The address is not encoded correctly." });
}
