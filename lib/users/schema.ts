/** What a person may be called, and what may be known of them. Safe for the client: forms and the API share it. */
import { z } from "zod";
import { birthdateProblem, canonicalLocale, isTimeZone } from "./check-profile-values.ts";

/** An e-mail address; compared without regard to case, kept as it was typed. */
export const usernameSchema = z
  .string()
  .trim()
  .max(254, "must have at most 254 characters")
  .meta({ format: "email" })
  .pipe(z.email("must be an e-mail address, such as ana@example.com"));

/** No control characters: they could disguise one name as another. Half a surrogate pair cannot be stored. */
const nameText = /^[^\p{Cc}\p{Cs}\u2028\u2029\u202a-\u202e\u2066-\u2069]*$/u;

const shortText = (longest: number) =>
  z
    .string()
    .trim()
    .min(1, "must not be empty")
    .max(longest, `must have at most ${longest} characters`)
    .regex(nameText, "must not hold control characters");

/** Shown to the person and to apps. */
export const displayNameSchema = shortText(64);

/** Lines are kept, as on an envelope. */
const lines = z
  .string()
  .trim()
  .min(1, "must not be empty")
  .max(512, "must have at most 512 characters")
  .refine((text) => text.split(/\r?\n/).every((line) => nameText.test(line)), {
    message: "must not hold control characters but line breaks",
  })
  .transform((text) => text.replaceAll("\r\n", "\n"));

/** OIDC Core section 5.1.1. */
export const addressSchema = z
  .strictObject({
    formatted: lines.optional().describe("For an envelope, with line breaks."),
    streetAddress: lines.optional(),
    locality: shortText(128).optional().describe("City or place."),
    region: shortText(128).optional().describe("State, province or region."),
    postalCode: shortText(32).optional(),
    country: shortText(64).optional(),
  })
  .refine((address) => Object.values(address).some((value) => value !== undefined), "must not be empty");

export type Address = z.infer<typeof addressSchema>;

const webAddress = z
  .string()
  .trim()
  .max(2048, "must have at most 2048 characters")
  .meta({ pattern: "^https://[!-~]+$" })
  .refine((text) => {
    const url = /^[\x21-\x7e]+$/.test(text) ? URL.parse(text) : null;
    return url?.protocol === "https:" && url.username === "" && url.password === "";
  }, "must be an address that begins with https://");

/** OIDC Core section 5.1, `birthdate`. */
const birthdateSchema = z
  .string()
  .max(10, "must have at most 10 characters")
  .meta({ pattern: "^[0-9]{4}(-[0-9]{2}-[0-9]{2})?$" })
  .superRefine((text, context) => {
    const problem = birthdateProblem(text);
    if (problem !== undefined) context.addIssue({ code: "custom", message: problem });
  });

const localeSchema = z
  .string()
  .trim()
  .max(64, "must have at most 64 characters")
  .meta({ pattern: "^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$" })
  .transform((text, context) => {
    const canonical = canonicalLocale(text);
    if (canonical !== undefined) return canonical;
    context.addIssue({ code: "custom", message: "must be a language tag, such as de-CH (BCP 47)" });
    return z.NEVER;
  });

const zoneinfoSchema = z
  .string()
  .trim()
  .max(64, "must have at most 64 characters")
  .refine(isTimeZone, "must be a time zone, such as Europe/Zurich");

/** E.164, as OIDC Core section 5.1 recommends. */
const phoneNumberSchema = z
  .string()
  .trim()
  .max(16, "must have at most 16 characters")
  .regex(/^\+[1-9]\d{6,14}$/, "must be an international number without blanks, such as +41441234567");

/** What a person may say of themselves. Null takes a value away; what is left out stays. A picture is sent by itself. */
export const ownProfileChangeSchema = z.strictObject({
  displayName: displayNameSchema.optional(),
  givenName: shortText(64).nullish(),
  familyName: shortText(64).nullish(),
  middleName: shortText(64).nullish(),
  nickname: shortText(64).nullish(),
  profile: webAddress.nullish().describe("Address of a page about the person."),
  website: webAddress.nullish(),
  gender: shortText(64).nullish(),
  birthdate: birthdateSchema.nullish().describe("YYYY-MM-DD, 0000-MM-DD without the year, or YYYY."),
  zoneinfo: zoneinfoSchema.nullish(),
  locale: localeSchema.nullish(),
  address: addressSchema.nullish(),
  phoneNumber: phoneNumberSchema.nullish(),
});

export type OwnProfileChange = z.infer<typeof ownProfileChangeSchema>;

/** Administrators also say what a person is called by, what has been checked, and where else a picture is. */
export const profileChangeSchema = ownProfileChangeSchema.extend({
  picture: webAddress.nullish().describe("An address; in place of the one that the person sent, if any."),
  username: usernameSchema.optional(),
  emailVerified: z.boolean().optional(),
  phoneNumberVerified: z.boolean().optional(),
});

export type ProfileChange = z.infer<typeof profileChangeSchema>;

export const userIdSchema = z.uuid("must be the id of a user").toLowerCase();

const shown = z.string().nullable();

/** What is known of a person, as the person and administrators see it. */
export const userSchema = z.object({
  id: userIdSchema,
  username: z.string().describe("The e-mail address."),
  emailVerified: z.boolean(),
  displayName: z.string(),
  givenName: shown,
  familyName: shown,
  middleName: shown,
  nickname: shown,
  profile: shown,
  picture: shown,
  website: shown,
  gender: shown,
  birthdate: shown,
  zoneinfo: shown,
  locale: shown,
  address: addressSchema.nullable(),
  phoneNumber: shown,
  phoneNumberVerified: z.boolean(),
  role: z.enum(["user", "auditor", "helpdesk", "admin"]),
  status: z.enum(["active", "disabled"]),
  createdAt: z.date(),
  updatedAt: z.date(),
  lastLoginAt: z.date().nullable(),
});

export type User = z.infer<typeof userSchema>;
