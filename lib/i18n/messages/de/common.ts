/** What several screens say. */
import type { Translated } from "../../translated.ts";
import type { common as english } from "../en/common.ts";

export const common: Translated<typeof english> = {
  backToSignIn: "Zurück zur Anmeldung",
  email: "E-Mail-Adresse",
  emailExample: "ana@example.com",
  expiredRequest: "Diese Anfrage ist abgelaufen",
  expiredRequestBody:
    "Sie war zu lange offen oder wurde schon beantwortet. Geh zurück zur App und fang noch einmal an.",
  footerLinks: "Links",
  help: "Hilfe:",
  noScriptTitle: "JavaScript ist ausgeschaltet",
  noScript:
    "Passkeys brauchen JavaScript: Nur darüber spricht der Browser mit deinem Gerät. Schalte es für diese Adresse ein und lade die Seite neu.",
  skipToContent: "Zum Inhalt springen",
};
