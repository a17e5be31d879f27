/** The words of one passkey's actions, put together on the server so that the catalogue stays there. */
import type { Translate } from "#lib/i18n/translator.ts";

export interface ManagePasskeyWords {
  readonly rename: string;
  readonly renameNamed: string;
  readonly nameLabel: string;
  readonly nameInvalid: string;
  readonly save: string;
  readonly cancel: string;
  /** Holds `{name}`. */
  readonly renamed: string;
  readonly confirmHint: string;
  readonly remove: RemovePasskeyWords;
}

export interface RemovePasskeyWords {
  readonly trigger: string;
  readonly triggerNamed: string;
  readonly title: string;
  readonly body: string;
  /** Where it is confirmed first: which passkey does that decides whether this browser stays signed in. */
  readonly confirmBody: string;
  readonly confirmHint: string;
  readonly cancel: string;
  readonly lastTitle: string;
  readonly lastBody: string;
  readonly close: string;
  readonly removedTitle: string;
  readonly removedBody: string;
  readonly removedHere: string;
  readonly done: string;
  readonly signInAgain: string;
}

interface WordedPasskey {
  readonly name: string;
  readonly usedForThisSession: boolean;
  /** Recovery codes that would be the only way in without it; undefined while there is another passkey. */
  readonly codesLeft: number | undefined;
}

export function managePasskeyWords(t: Translate, passkey: WordedPasskey): ManagePasskeyWords {
  const { name, usedForThisSession, codesLeft } = passkey;
  const lastBody = codesLeft ? t("managePasskey.removeBodyLast", { count: codesLeft }) : undefined;
  return {
    rename: t("managePasskey.rename"),
    renameNamed: t("managePasskey.renameNamed", { name }),
    nameLabel: t("managePasskey.nameLabel"),
    nameInvalid: t("managePasskey.nameInvalid"),
    save: t("managePasskey.save"),
    cancel: t("managePasskey.cancel"),
    renamed: t("managePasskey.renamed", { name: "{name}" }),
    confirmHint: t("managePasskey.confirmHint"),
    remove: {
      trigger: t("managePasskey.remove"),
      triggerNamed: t("managePasskey.removeNamed", { name }),
      title: t("managePasskey.removeTitle", { name }),
      body: lastBody ?? t(usedForThisSession ? "managePasskey.removeBodyHere" : "managePasskey.removeBody"),
      confirmBody: lastBody ?? t("managePasskey.removeBody"),
      confirmHint: t(lastBody ? "managePasskey.confirmHint" : "managePasskey.removeConfirmHint"),
      cancel: t("managePasskey.cancel"),
      lastTitle: t("managePasskey.lastTitle", { name }),
      lastBody: t("managePasskey.lastBody"),
      close: t("managePasskey.close"),
      removedTitle: t("managePasskey.removedTitle"),
      removedBody: t("managePasskey.removedBody", { name }),
      removedHere: t("managePasskey.removedHere", { name }),
      done: t("managePasskey.done"),
      signInAgain: t("managePasskey.signInAgain"),
    },
  };
}
