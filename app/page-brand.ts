/** How the instance looks on this page, once per request. */
import { headers } from "next/headers";
import { cache } from "react";
import { brandView } from "#lib/branding/brand-view.ts";
import { currentBranding } from "#lib/branding/current-branding.ts";
import type { Brand, BrandView } from "#lib/branding/schema.ts";
import { getRuntime } from "#lib/context/runtime.ts";

export const pageBrand = cache(async (): Promise<Brand> => {
  // Nothing is there at build time; asking for the headers keeps the page out of it.
  await headers();
  return await currentBranding(getRuntime());
});

export async function pageBrandView(): Promise<BrandView> {
  return brandView(await pageBrand(), getRuntime().config);
}
