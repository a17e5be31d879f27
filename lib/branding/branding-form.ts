/** The form of the administration's page → a change. Fields that are left empty say that there is none. */
import { z } from "zod";
import { type BrandingChange, backgrounds, colorSchema, cornerStyles, mostFooterLinks } from "./schema.ts";

const text = z.string().max(2048);

/** Further fields are the links': `link0Label`, `link0Url`, … */
export const brandingFormSchema = z
  .object({
    version: z.string().max(64),
    name: text,
    accent: text,
    background: z.enum(backgrounds),
    backgroundColor: text,
    corners: z.enum(cornerStyles),
    supportName: text,
    supportAddress: text,
  })
  .catchall(text);
export type BrandingForm = z.infer<typeof brandingFormSchema>;

/** What is wrong with a value, the operation says. */
export function brandingChangeOf(form: BrandingForm): BrandingChange {
  const { background, corners } = form;
  return {
    background,
    corners,
    name: orNull(form.name),
    accent: orNull(form.accent),
    backgroundColor: orNull(form.backgroundColor),
    supportName: orNull(form.supportName),
    supportAddress: orNull(form.supportAddress),
    footerLinks: linksOf(form),
  };
}

function linksOf(form: BrandingForm): NonNullable<BrandingChange["footerLinks"]> {
  const rows = Array.from({ length: mostFooterLinks }, (_, index) => ({
    label: form[`link${index}Label`]?.trim() ?? "",
    url: form[`link${index}Url`]?.trim() ?? "",
  }));
  return rows.filter(({ label, url }) => label !== "" || url !== "");
}

function orNull(value: string): string | null {
  const trimmed = value.trim();
  return trimmed === "" ? null : trimmed;
}

/** For the preview, which follows what is being typed: what is no colour yet counts as none. */
export function previewOf({ accent, background, backgroundColor, corners }: PreviewForm) {
  const written = (text: string) => (colorSchema.safeParse(text).success ? text : null);
  return { background, corners, accent: written(accent), backgroundColor: written(backgroundColor) };
}

type PreviewForm = Pick<BrandingForm, "accent" | "background" | "backgroundColor" | "corners">;
