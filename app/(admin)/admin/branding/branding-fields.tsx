/** The fields of the form: name and help, colours and shape, links. */
import { ChoiceField } from "#components/admin/branding/choice-field.tsx";
import { ColorField } from "#components/admin/branding/color-field.tsx";
import { FormField } from "#components/admin/form-field.tsx";
import { Panel } from "#components/admin/panel.tsx";
import { type Brand, backgrounds, cornerStyles, mostFooterLinks } from "#lib/branding/schema.ts";
import type { Translate } from "#lib/i18n/translator.ts";

interface BrandingFieldsProps {
  readonly t: Translate;
  readonly brand: Brand;
  /** What it is called without a name of its own. */
  readonly unnamed: string;
  readonly readOnly: boolean;
}

export function BrandingFields(props: BrandingFieldsProps) {
  return (
    <>
      <Names {...props} />
      <Looks {...props} />
      <Links {...props} />
    </>
  );
}

function Names({ t, brand, unnamed, readOnly }: BrandingFieldsProps) {
  return (
    <Panel title={t("adminBranding.names")}>
      <div className="grid gap-4">
        <FormField
          name="name"
          label={t("adminBranding.name")}
          hint={t("adminBranding.nameHint", { name: unnamed })}
          defaultValue={brand.name ?? ""}
          placeholder={unnamed}
          maxLength={64}
          readOnly={readOnly}
        />
        <div className="grid gap-4 sm:grid-cols-2">
          <FormField
            name="supportName"
            label={t("adminBranding.supportName")}
            hint={t("adminBranding.supportNameHint")}
            defaultValue={brand.supportName ?? ""}
            maxLength={80}
            readOnly={readOnly}
          />
          <FormField
            name="supportAddress"
            label={t("adminBranding.supportAddress")}
            hint={t("adminBranding.supportAddressHint")}
            defaultValue={brand.supportAddress ?? ""}
            dir="ltr"
            maxLength={2048}
            readOnly={readOnly}
          />
        </div>
      </div>
    </Panel>
  );
}

function Looks({ t, brand, readOnly }: BrandingFieldsProps) {
  const withoutImage = brand.images.background === undefined;
  const colour = (field: "accent" | "backgroundColor") => ({
    name: field,
    label: t(`adminBranding.${field}`),
    hint: t(`adminBranding.${field}Hint`),
    value: brand[field] ?? "",
    pickLabel: t("adminBranding.pick", { field: t(`adminBranding.${field}`) }),
    readOnly,
  });
  return (
    <Panel title={t("adminBranding.colors")}>
      <div className="grid gap-5">
        <ColorField {...colour("accent")} />
        <ChoiceField
          name="background"
          label={t("adminBranding.background")}
          value={brand.background}
          choices={backgrounds.map((value) => ({
            value,
            label: t(`adminBranding.backgrounds.${value}`),
            disabled: value === "image" && withoutImage,
          }))}
          {...(withoutImage ? { hint: t("adminBranding.imageFirst") } : {})}
          readOnly={readOnly}
        />
        <ColorField {...colour("backgroundColor")} />
        <ChoiceField
          name="corners"
          label={t("adminBranding.corners")}
          value={brand.corners}
          choices={cornerStyles.map((value) => ({ value, label: t(`adminBranding.cornerStyles.${value}`) }))}
          readOnly={readOnly}
        />
      </div>
    </Panel>
  );
}

function Links({ t, brand, readOnly }: BrandingFieldsProps) {
  return (
    <Panel title={t("adminBranding.links")} lead={t("adminBranding.linksLead")}>
      <div className="grid gap-3">
        {Array.from({ length: mostFooterLinks }, (_, index) => {
          const link = brand.footerLinks[index];
          const number = String(index + 1);
          const name = `link${index}`;
          return (
            <div key={name} className="grid gap-2 sm:grid-cols-[minmax(0,1fr)_minmax(0,2fr)]">
              <input
                name={`${name}Label`}
                aria-label={t("adminBranding.linkLabel", { number })}
                placeholder={t("adminBranding.linkLabel", { number })}
                defaultValue={link?.label ?? ""}
                autoComplete="off"
                dir="auto"
                maxLength={40}
                readOnly={readOnly}
                className="field-input field-input-small"
              />
              <input
                name={`${name}Url`}
                type="url"
                aria-label={t("adminBranding.linkUrl", { number })}
                defaultValue={link?.url ?? ""}
                autoComplete="off"
                dir="ltr"
                maxLength={2048}
                readOnly={readOnly}
                className="field-input field-input-small"
              />
            </div>
          );
        })}
      </div>
    </Panel>
  );
}
