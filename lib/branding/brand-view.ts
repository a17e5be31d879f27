/** What pages show of the brand, besides what the stylesheet says. */
import type { Config } from "#lib/config/load-config.ts";
import type { Brand, BrandView, SupportContact } from "./schema.ts";

export function brandView(brand: Brand, config: Pick<Config, "rpName">): BrandView {
  const { images, footerLinks } = brand;
  const support = supportContact(brand);
  const logo = images.logo_light ?? images.logo_dark;
  return {
    name: instanceName(brand, config),
    mark: logo ? "logo" : images.icon ? "icon" : "own",
    footerLinks,
    ...(support ? { support } : {}),
  };
}

/** In pages and mails. What passkey providers show stays `RP_NAME`: it is stored with each passkey. */
export function instanceName({ name }: Pick<Brand, "name">, { rpName }: Pick<Config, "rpName">): string {
  return name ?? rpName;
}

/** Undefined where nobody is named. */
export function supportContact({
  supportName,
  supportAddress,
}: Pick<Brand, "supportName" | "supportAddress">): SupportContact | undefined {
  if (supportAddress === null) return supportName === null ? undefined : { text: supportName };
  return { text: supportName ?? readable(supportAddress), href: addressHref(supportAddress) };
}

function readable(address: string): string {
  return address.startsWith("https://") ? new URL(address).host : address;
}

/** The schema has let nothing but these two through. */
function addressHref(address: string): string {
  if (address.startsWith("https://")) return address;
  const at = address.lastIndexOf("@");
  return `mailto:${encodeURIComponent(address.slice(0, at))}@${address.slice(at + 1)}`;
}
