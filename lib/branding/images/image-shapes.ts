/** How large the picture of each slot is kept: what its places need on fine screens, and no more. */
import type { ImageShape } from "#lib/images/decoder-contract.ts";
import type { BrandSlot } from "../schema.ts";

const logo = { widthPixels: 720, heightPixels: 160, fit: "inside", format: "png", drawings: true } as const;

export const imageShapes: Readonly<Record<BrandSlot, ImageShape>> = {
  logo_light: logo,
  logo_dark: logo,
  icon: { widthPixels: 256, heightPixels: 256, fit: "whole", format: "png", drawings: true },
  // Few mail programs know anything newer than PNG.
  mail_logo: { widthPixels: 480, heightPixels: 120, fit: "inside", format: "png", drawings: true },
  background: { widthPixels: 2560, heightPixels: 1600, fit: "inside", format: "webp", drawings: true },
};
