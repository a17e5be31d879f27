/** What people let apps have, in the administration. */
import type { Translated } from "../../translated.ts";
import type { adminConsents as english } from "../en/admin-consents.ts";

export const adminConsents: Translated<typeof english> = {
  title: "Zustimmungen",
  lead: "Was Menschen Apps überlassen haben.",
  client: "App",
  anyClient: "Jede App",
  person: "Person",
  scopes: "Darf haben",
  nothing: "Nichts außer der Anmeldung",
  changed: "Zuletzt geändert",
  given: "Zustimmung",
  asked: "Von der Person gegeben",
  firstParty: "Nicht gefragt: unsere eigene App",
  revoke: "Zurückziehen",
  revokeOne: "Zurückziehen, was {app} von {person} hat",
  revokeTitle: "Zurückziehen, was {app} von {person} hat?",
  revokeBody: "Ihre Tokens für diese Person enden sofort, und sie fragt bei der nächsten Anmeldung neu.",
  empty: "Noch keine Zustimmungen",
  emptyBody: "Wer sich bei einer App anmeldet, steht hier mit dem, was die App haben darf.",
};
