/** The dialogs that revoke what is selected, or all of a model. */
import { BulkDialog } from "#components/admin/bulk-dialog.tsx";
import { FormField } from "#components/admin/form-field.tsx";
import type { Matching } from "#components/admin/use-matching.ts";
import type { CeremonyLabels } from "#components/passkey/ceremony-labels.ts";
import type { Translate } from "#lib/i18n/translator.ts";
import { mostOfModel, type PasskeyModel } from "#lib/passkeys/directory/schema.ts";
import { bulkWords } from "../bulk-words.ts";
import { revokeModel, revokePasskeys } from "./actions.ts";

/** The form that the checkboxes of the list belong to. */
export const revokeForm = "revoke-passkeys";

interface DialogProps {
  readonly t: Translate;
  readonly ceremony: CeremonyLabels;
}

interface SelectedProps extends DialogProps {
  readonly names: Readonly<Record<string, string>>;
  readonly matching: Matching | undefined;
}

export function RevokeSelected({ t, ceremony, names, matching }: SelectedProps) {
  return (
    <div className="bulk-bar">
      <BulkDialog
        action={revokePasskeys}
        ceremony={ceremony}
        form={revokeForm}
        field="ids"
        names={names}
        matching={matching}
        trigger={t("adminPasskeys.revokeSelected")}
        triggerTone="danger"
        title={t("adminPasskeys.revokeSelectedTitle")}
        body={t("adminPasskeys.revokeBody")}
        confirm={t("adminPasskeys.revoke")}
        words={bulkWords(t)}
      >
        <Reason t={t} />
      </BulkDialog>
    </div>
  );
}

interface ModelProps extends DialogProps {
  readonly model: PasskeyModel;
  readonly name: string;
}

export function RevokeModel({ t, ceremony, model, name }: ModelProps) {
  const many =
    model.passkeys > mostOfModel
      ? t("adminPasskeys.revokeModelMany", { count: mostOfModel })
      : t("adminPasskeys.revokeModelCount", { count: model.passkeys });
  return (
    <BulkDialog
      action={revokeModel}
      ceremony={ceremony}
      form="revoke-model"
      trigger={t("adminPasskeys.revokeModel")}
      triggerTone="danger"
      title={t("adminPasskeys.revokeModelTitle", { name })}
      body={
        <>
          <p className="font-medium text-fg">{many}</p>
          <p className="mt-2">{t("adminPasskeys.revokeModelBody")}</p>
        </>
      }
      confirm={t("adminPasskeys.revokeModelConfirm")}
      typed={{ label: t("admin.action.typeName", { name }), value: name }}
      words={bulkWords(t)}
    >
      <input type="hidden" name="aaguid" value={model.aaguid} />
      <Reason t={t} />
    </BulkDialog>
  );
}

function Reason({ t }: { readonly t: Translate }) {
  return (
    <div className="mt-4 text-sm">
      <FormField
        name="reason"
        required
        maxLength={200}
        label={t("adminPasskeys.reason")}
        hint={t("adminPasskeys.reasonHint")}
      />
    </div>
  );
}
