/** How mails look now: composed when they are delivered, like the pages. */
import type { Runtime } from "#lib/context/context.ts";
import type { MailLook } from "#lib/mail-templates/mail-content.ts";
import { supportContact } from "./brand-view.ts";
import { currentBranding } from "./current-branding.ts";
import { accentPalette, type Palette } from "./palette/accent-palette.ts";
import { brandImagePath } from "./stylesheet/addresses.ts";

export async function mailLook({ db, config }: Pick<Runtime, "db" | "config">): Promise<MailLook> {
  const brand = await currentBranding({ db });
  const { mail_logo: logo } = brand.images;
  const support = supportContact(brand);
  return {
    ...(brand.name === null ? {} : { name: brand.name }),
    ...(brand.accent === null ? {} : { accent: accentsOf(brand.accent) }),
    ...(logo
      ? {
          logo: {
            url: `${config.baseUrl}${brandImagePath(logo.name)}`,
            width: logo.width,
            height: logo.height,
          },
        }
      : {}),
    ...(support ? { support } : {}),
  };
}

function accentsOf(accent: string): NonNullable<MailLook["accent"]> {
  const { light, dark } = accentPalette(accent);
  const pair = (palette: Palette) => ({ accent: palette.accent, onAccent: palette["accent-fg"] });
  return { light: pair(light), dark: pair(dark) };
}
