/** The pictures of the instance, each with what is there now. */

import { ImageSlot } from "#components/admin/image-slot.tsx";
import { Panel } from "#components/admin/panel.tsx";
import type { ImageWords } from "#components/admin/use-image-slot.ts";
import type { CeremonyLabels } from "#components/passkey/ceremony-labels.ts";
import { type BrandImages, type BrandSlot, brandMediaTypes, brandSlots } from "#lib/branding/schema.ts";
import { brandImagePath } from "#lib/branding/stylesheet/addresses.ts";
import type { Translate } from "#lib/i18n/translator.ts";

interface ImageFieldsProps {
  readonly t: Translate;
  readonly images: BrandImages;
  readonly ceremony: CeremonyLabels;
}

export function ImageFields({ t, images, ceremony }: ImageFieldsProps) {
  return (
    <Panel title={t("adminBranding.pictures")} lead={t("adminBranding.picturesLead")}>
      {brandSlots.map((slot) => (
        <ImageSlot
          key={slot}
          label={t(`adminBranding.slots.${slot}`)}
          hint={t(`adminBranding.slotHints.${slot}`)}
          shown={<Shown t={t} slot={slot} images={images} />}
          hasImage={images[slot] !== undefined}
          accept={brandMediaTypes.join(",")}
          path={`admin/branding/images/${slot}`}
          action="/brand"
          fields={{ slot }}
          ceremony={ceremony}
          words={imageWords(t)}
        />
      ))}
    </Panel>
  );
}

export function imageWords(t: Translate): ImageWords {
  return {
    choose: t("adminBranding.choose"),
    replace: t("adminBranding.replace"),
    send: t("adminBranding.send"),
    remove: t("adminBranding.remove"),
    nameOf: t("adminBranding.nameOf", { action: "{action}", slot: "{slot}" }),
    sending: t("adminBranding.sending"),
    drawing: t("adminBranding.drawing"),
    uploaded: t("adminBranding.uploaded"),
    removed: t("adminBranding.removed"),
    failed: t("admin.error"),
  };
}

/** On the ground that it is made for, whatever the page's own theme is. */
const grounds: Readonly<Record<BrandSlot, "light" | "dark" | undefined>> = {
  logo_light: "light",
  logo_dark: "dark",
  icon: undefined,
  mail_logo: "light",
  background: undefined,
};

interface ShownProps {
  readonly t: Translate;
  readonly slot: BrandSlot;
  readonly images: BrandImages;
}

function Shown({ t, slot, images }: ShownProps) {
  const image = images[slot];
  return (
    <div
      data-theme={grounds[slot]}
      className="grid h-24 place-items-center overflow-hidden rounded-lg border border-border bg-surface p-3 text-center text-muted"
    >
      {image ? (
        <img
          src={brandImagePath(image.name)}
          width={image.width}
          height={image.height}
          alt=""
          className="max-h-18 w-auto max-w-full object-contain"
        />
      ) : (
        <span>{t("adminBranding.none")}</span>
      )}
    </div>
  );
}
