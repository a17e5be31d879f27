"use server";
/** The forms about the look of the instance. */
import { previewBrandingAction, resetBrandingAction, saveBrandingAction } from "./branding-actions.ts";

export async function saveBranding(form: FormData) {
  return saveBrandingAction(form);
}

export async function resetBranding(form: FormData) {
  return resetBrandingAction(form);
}

export async function previewBranding(form: FormData) {
  return previewBrandingAction(form);
}
