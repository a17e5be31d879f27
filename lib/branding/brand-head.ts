/** What the head of every page says of the brand: the instance's name, and the picture in the browser's tab. */
import type { Config } from "#lib/config/load-config.ts";
import { instanceName } from "./brand-view.ts";
import type { Brand } from "./schema.ts";
import { brandImagePath } from "./stylesheet/addresses.ts";

export interface BrandHead {
  readonly name: string;
  readonly icon: { readonly url: string; readonly type: string };
}

const ownIcon = { url: "/icon.svg", type: "image/svg+xml" } as const;

export function brandHead(brand: Brand, config: Pick<Config, "rpName">): BrandHead {
  const { icon } = brand.images;
  return {
    name: instanceName(brand, config),
    icon: icon ? { url: brandImagePath(icon.name), type: "image/png" } : ownIcon,
  };
}
