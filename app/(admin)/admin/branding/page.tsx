/** What the instance is called and how it looks, with a preview of both themes. */
import type { Metadata } from "next";
import { PageHeading } from "#components/account/page-heading.tsx";
import { BrandingEditor } from "#components/admin/branding/branding-editor.tsx";
import { ConfirmDialog } from "#components/admin/confirm-dialog.tsx";
import { Panel } from "#components/admin/panel.tsx";
import type { CeremonyLabels } from "#components/passkey/ceremony-labels.ts";
import { brandView } from "#lib/branding/brand-view.ts";
import { getBranding } from "#lib/branding/get-branding.ts";
import { tokensOfPreview } from "#lib/branding/preview-branding.ts";
import { versionTag } from "#lib/context/check-unchanged.ts";
import type { Translate } from "#lib/i18n/translator.ts";
import { hasPermission } from "#lib/permissions/check-permission.ts";
import { ceremonyWords } from "../../../(auth)/passkey-words.ts";
import { administrationPageContext, pageLanguage } from "../../../page-context.ts";
import type { SearchParams } from "../../../search-params.ts";
import { FormOutcome } from "../form-outcome.tsx";
import { previewBranding, resetBranding, saveBranding } from "./actions.ts";
import { BrandingFields } from "./branding-fields.tsx";
import { ImageFields } from "./image-fields.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await pageLanguage()).t("adminBranding.title") };
}

export default async function BrandingPage({ searchParams }: { searchParams: SearchParams }) {
  const ctx = await administrationPageContext("settings.read", "/admin/branding");
  const language = await pageLanguage();
  const { t } = language;
  const { brand, updatedAt } = await getBranding(ctx);
  const ceremony = hasPermission(ctx, "settings.write") ? ceremonyWords(language, ctx.config) : undefined;
  const { rpName } = ctx.config;
  return (
    <>
      <PageHeading title={t("adminBranding.title")} lead={t("adminBranding.lead")} />
      <FormOutcome t={t} query={await searchParams} />
      <div className="mt-5">
        <BrandingEditor
          save={saveBranding}
          preview={previewBranding}
          ceremony={ceremony}
          brand={brandView(brand, ctx.config)}
          unnamed={rpName}
          previews={tokensOfPreview(brand)}
          words={editorWords(t)}
          fields={
            <>
              <input type="hidden" name="version" value={versionTag(updatedAt)} />
              <BrandingFields t={t} brand={brand} unnamed={rpName} readOnly={ceremony === undefined} />
            </>
          }
        >
          {ceremony ? (
            <>
              <ImageFields t={t} images={brand.images} ceremony={ceremony} />
              <Reset t={t} ceremony={ceremony} />
            </>
          ) : null}
        </BrandingEditor>
      </div>
    </>
  );
}

function Reset({ t, ceremony }: { readonly t: Translate; readonly ceremony: CeremonyLabels }) {
  return (
    <Panel title={t("adminBranding.reset")} lead={t("adminBranding.resetLead")} tone="danger">
      <ConfirmDialog
        action={resetBranding}
        ceremony={ceremony}
        trigger={t("adminBranding.reset")}
        triggerTone="danger"
        title={t("adminBranding.resetTitle")}
        body={t("adminBranding.resetBody")}
        confirm={t("adminBranding.reset")}
        cancel={t("admin.action.cancel")}
        done={t("adminBranding.resetDone")}
      />
    </Panel>
  );
}

function editorWords(t: Translate) {
  return {
    save: t("admin.action.save"),
    saved: t("admin.action.saved"),
    preview: t("adminBranding.preview"),
    previewLead: t("adminBranding.previewLead"),
    previewOf: {
      light: t("adminBranding.previewOf.light"),
      dark: t("adminBranding.previewOf.dark"),
    },
    card: {
      title: t("signIn.title"),
      lead: t("signIn.lead"),
      button: t("signIn.button"),
      link: t("signIn.otherWays"),
      help: t("common.help"),
    },
  };
}
