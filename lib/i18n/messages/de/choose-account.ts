/** Choosing among the accounts of a browser. */
import type { Translated } from "../../translated.ts";
import type { chooseAccount as english } from "../en/choose-account.ts";

export const chooseAccount: Translated<typeof english> = {
  title: "Konto wählen",
  toApp: "Konto für {app} wählen",
  lead: "Mit diesen Konten bist du in diesem Browser angemeldet.",
  leadOne: "Mit diesem Konto bist du in diesem Browser angemeldet.",
  current: "Gerade in Gebrauch",
  hinted: "Von der App vorgeschlagen",
  another: "Anderes Konto verwenden",
};
