/** A stored address → the `address` claim (OIDC Core section 5.1.1). */
import { addressSchema } from "#lib/users/schema.ts";

export interface AddressClaim {
  readonly formatted: string;
  readonly street_address?: string;
  readonly locality?: string;
  readonly region?: string;
  readonly postal_code?: string;
  readonly country?: string;
}

/** Undefined where there is none. `formatted` is put together where nobody wrote one. */
export function addressClaim(stored: unknown): AddressClaim | undefined {
  const parsed = addressSchema.safeParse(stored ?? undefined);
  if (!parsed.success) return undefined;
  const { formatted, streetAddress, locality, region, postalCode, country } = parsed.data;
  const place = [postalCode, locality].filter((part) => part !== undefined).join(" ");
  const written = [streetAddress, place, region, country].filter((line) => line !== undefined && line !== "");
  return {
    formatted: formatted ?? written.join("\n"),
    ...(streetAddress === undefined ? {} : { street_address: streetAddress }),
    ...(locality === undefined ? {} : { locality }),
    ...(region === undefined ? {} : { region }),
    ...(postalCode === undefined ? {} : { postal_code: postalCode }),
    ...(country === undefined ? {} : { country }),
  };
}
