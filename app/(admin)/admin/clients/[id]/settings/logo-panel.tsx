/** The app's logo: what it is now, another one, the one that the app names itself, or none. */
import { ImageSlot } from "#components/admin/image-slot.tsx";
import { Panel } from "#components/admin/panel.tsx";
import type { CeremonyLabels } from "#components/passkey/ceremony-labels.ts";
import { AppTile } from "#components/ui/app-tile.tsx";
import { logoMediaTypes } from "#lib/clients/logos/schema.ts";
import type { Translate } from "#lib/i18n/translator.ts";
import { imageWords } from "../../../branding/image-fields.tsx";

interface LogoPanelProps {
  readonly t: Translate;
  readonly client: { readonly id: string; readonly name: string; readonly logoUri: string | null };
  /** Where it is served, where there is one. */
  readonly logo: string | undefined;
  readonly ceremony: CeremonyLabels;
}

export function LogoPanel({ t, client, logo, ceremony }: LogoPanelProps) {
  return (
    <Panel title={t("adminBranding.appLogo.title")} lead={t("adminBranding.appLogo.lead")}>
      <ImageSlot
        label={t("adminBranding.appLogo.title")}
        hint={t("adminBranding.appLogo.hint")}
        shown={<AppTile name={client.name} logo={logo} size="large" />}
        hasImage={logo !== undefined}
        accept={logoMediaTypes.join(",")}
        path={`admin/clients/${encodeURIComponent(client.id)}/logo`}
        action="/app-logos"
        fields={{ id: client.id }}
        fetchLabel={client.logoUri === null ? undefined : t("adminBranding.appLogo.fetch")}
        ceremony={ceremony}
        words={imageWords(t)}
      />
    </Panel>
  );
}
