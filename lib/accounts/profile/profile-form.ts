/** The profile as a form has it: every field one text, an empty one for nothing. */
import { z } from "zod";
import type { OwnProfileChange, User } from "#lib/users/schema.ts";

/** Named as the members of a change are, so that a refusal finds its field. */
const plainFields = [
  "givenName",
  "familyName",
  "middleName",
  "nickname",
  "profile",
  "website",
  "gender",
  "birthdate",
  "zoneinfo",
  "locale",
  "phoneNumber",
] as const;

const addressFields = ["streetAddress", "postalCode", "locality", "region", "country", "formatted"] as const;

type PlainField = (typeof plainFields)[number];
export type ProfileField = "displayName" | PlainField | `address.${(typeof addressFields)[number]}`;

/** The operation knows what is valid; here only the size is bounded. */
const text = z.string().max(4096);

/** `address.formatted` is there only for whoever has one already. */
export const profileFormSchema = z.strictObject({
  displayName: text,
  ...(Object.fromEntries(plainFields.map((name) => [name, text])) as Record<PlainField, typeof text>),
  "address.streetAddress": text,
  "address.postalCode": text,
  "address.locality": text,
  "address.region": text,
  "address.country": text,
  "address.formatted": text.optional(),
});

export type ProfileForm = z.infer<typeof profileFormSchema>;

export function fillProfileForm(user: User): Record<ProfileField, string> {
  return {
    displayName: user.displayName,
    ...(Object.fromEntries(plainFields.map((name) => [name, user[name] ?? ""])) as Record<
      PlainField,
      string
    >),
    "address.streetAddress": user.address?.streetAddress ?? "",
    "address.postalCode": user.address?.postalCode ?? "",
    "address.locality": user.address?.locality ?? "",
    "address.region": user.address?.region ?? "",
    "address.country": user.address?.country ?? "",
    "address.formatted": user.address?.formatted ?? "",
  };
}

/** Small slips are mended: a number with blanks in it, an address of the web without its beginning. */
export function readProfileForm(form: ProfileForm): OwnProfileChange {
  const value = (name: PlainField) => form[name].trim() || null;
  const address = Object.fromEntries(
    addressFields.flatMap((name) => {
      const part = form[`address.${name}`]?.trim();
      return part ? [[name, part]] : [];
    }),
  );
  return {
    displayName: form.displayName,
    ...Object.fromEntries(plainFields.map((name) => [name, value(name)])),
    profile: webAddress(value("profile")),
    website: webAddress(value("website")),
    phoneNumber: value("phoneNumber")?.replace(/[\s()./-]/g, "") ?? null,
    address: Object.keys(address).length > 0 ? address : null,
  };
}

function webAddress(typed: string | null): string | null {
  return typed !== null && /^[a-z0-9-]+(\.[a-z0-9-]+)+([/?#].*)?$/i.test(typed) ? `https://${typed}` : typed;
}
