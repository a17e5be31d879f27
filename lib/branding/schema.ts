/** How an instance looks and what it calls itself. zod only: safe for the client. */
import { z } from "zod";

/** Nothing that could disguise one text as another, or that cannot be stored. */
const plainText = /^[^\p{Cc}\p{Cs}\u2028\u2029\u202a-\u202e\u2066-\u2069]*$/u;

const shortText = (longest: number) =>
  z
    .string()
    .trim()
    .min(1, "must not be empty")
    .max(longest, `must have at most ${longest} characters`)
    .regex(plainText, "must not hold control characters");

/** One spelling: what is stored is compared, and goes into a stylesheet. */
export const colorSchema = z
  .string()
  .trim()
  .max(16)
  .toLowerCase()
  .regex(/^#[0-9a-f]{6}$/, "must be a colour, such as #2a6f97");

const isWebAddress = (text: string) => {
  const url = /^[\x21-\x7e]+$/.test(text) ? URL.parse(text) : null;
  return url?.protocol === "https:" && url.username === "" && url.password === "";
};

const webAddress = z
  .string()
  .trim()
  .max(2048, "must have at most 2048 characters")
  .refine(isWebAddress, "must be an address that begins with https://");

const supportAddress = z
  .string()
  .trim()
  .max(2048, "must have at most 2048 characters")
  .refine(
    (text) => isWebAddress(text) || (text.length <= 254 && z.email().safeParse(text).success),
    "must be an e-mail address, or an address that begins with https://",
  );

export const mostFooterLinks = 5;

export const footerLinkSchema = z.strictObject({ label: shortText(40), url: webAddress });
export type FooterLink = z.infer<typeof footerLinkSchema>;

export const backgrounds = ["none", "color", "image"] as const;
export const cornerStyles = ["square", "slight", "regular", "round"] as const;

/** What is set by words and numbers; pictures come by themselves. */
export const brandingSchema = z.strictObject({
  name: shortText(64)
    .nullable()
    .describe("What the instance is called on its pages and in its mails; null: `RP_NAME`."),
  accent: colorSchema
    .nullable()
    .describe("Its hue and strength are taken; how light it is follows from what must stay readable."),
  background: z.enum(backgrounds).describe("What lies behind the card of sign-in and its like."),
  backgroundColor: colorSchema.nullable().describe("Its hue is taken; for `background: color`."),
  corners: z.enum(cornerStyles),
  footerLinks: z.array(footerLinkSchema).max(mostFooterLinks, `must be at most ${mostFooterLinks}`),
  supportName: shortText(80).nullable().describe("Whom to ask, in words: `IT desk, room 12`."),
  supportAddress: supportAddress.nullable().describe("Where to ask: an e-mail address or a page."),
});
export type Branding = z.infer<typeof brandingSchema>;

export const brandingChangeSchema = brandingSchema.partial();
export type BrandingChange = z.infer<typeof brandingChangeSchema>;

export const noBranding: Branding = {
  name: null,
  accent: null,
  background: "none",
  backgroundColor: null,
  corners: "regular",
  footerLinks: [],
  supportName: null,
  supportAddress: null,
};

/**
 * `logo_light` and `logo_dark`: a whole logo for each theme, in place of mark and name. `icon`: square, beside the name and
 * in the browser's tab. `mail_logo`: for mails, which know no theme. `background`: behind the card.
 */
export const brandSlots = ["logo_light", "logo_dark", "icon", "mail_logo", "background"] as const;
export const brandSlotSchema = z.enum(brandSlots);
export type BrandSlot = z.infer<typeof brandSlotSchema>;

/** Of what is sent. */
export const mostImageBytes: Readonly<Record<BrandSlot, number>> = {
  logo_light: 2 * 1024 * 1024,
  logo_dark: 2 * 1024 * 1024,
  icon: 2 * 1024 * 1024,
  mail_logo: 2 * 1024 * 1024,
  background: 10 * 1024 * 1024,
};

/** For the file chooser; what counts are the bytes. */
export const brandMediaTypes = [
  "image/png",
  "image/jpeg",
  "image/webp",
  "image/gif",
  "image/avif",
  "image/svg+xml",
] as const;

/** 256 random bits in base64url: part of the address. */
export const imageNameSchema = z.string().regex(/^[A-Za-z0-9_-]{43}$/, "must be the name of a picture");

export const brandImageSchema = z.strictObject({
  name: imageNameSchema,
  width: z.int().min(1).max(10_000),
  height: z.int().min(1).max(10_000),
});
export type BrandImage = z.infer<typeof brandImageSchema>;

export const brandImagesSchema = z.partialRecord(brandSlotSchema, brandImageSchema);
export type BrandImages = z.infer<typeof brandImagesSchema>;

/** What is shown of it: the words, and which pictures there are. */
export interface Brand extends Branding {
  readonly images: BrandImages;
}

export interface SupportContact {
  readonly text: string;
  /** `https:` or `mailto:`; absent where words are all there is. */
  readonly href?: string;
}

/** What pages show besides what the stylesheet says. */
export interface BrandView {
  readonly name: string;
  /** `logo`: in place of mark and name. `icon`: in place of our mark. */
  readonly mark: "logo" | "icon" | "own";
  readonly footerLinks: readonly FooterLink[];
  readonly support?: SupportContact;
}
