/** The words of the add-a-passkey dialog. */
import type { AddPasskeyLabels } from "#components/passkey/add-passkey-dialog.tsx";
import type { Translate } from "#lib/i18n/translator.ts";

export function addPasskeyWords(t: Translate, account: string): AddPasskeyLabels {
  return {
    trigger: t("passkeys.add"),
    title: t("addPasskey.title"),
    body: t("addPasskey.body"),
    create: t("addPasskey.create"),
    createHint: t("addPasskey.createHint"),
    stepUpTitle: t("addPasskey.stepUpTitle"),
    stepUpBody: t("addPasskey.stepUpBody", { account }),
    confirm: t("addPasskey.confirm"),
    confirmHint: t("signIn.hint"),
    cancel: t("addPasskey.cancel"),
    done: t("addPasskey.done"),
    doneTitle: t("addPasskey.doneTitle"),
    added: t("addPasskey.added", { name: "{name}" }),
  };
}
