/** The page of a request by an app that cannot be answered. */
import type { Translated } from "../../translated.ts";
import type { protocolError as english } from "../en/protocol-error.ts";

export const protocolError: Translated<typeof english> = {
  title: "Das hat nicht geklappt",
  reference: "Kennung",
  refused:
    "Die App hat eine Anfrage geschickt, die sich nicht beantworten lässt. Geh zurück und versuch es noch einmal; wenn es so bleibt, sag den Betreibern der App Bescheid. Das ist für deren Entwickler:",
  facts: {
    app: "App",
    sent: "{name}, gesendet",
    registered: "{name}, registriert",
  },
  reasons: {
    client_id_missing: "Die App hat nicht gesagt, welche App sie ist: client_id fehlt.",
    unknown_client:
      "Unter der gesendeten client_id ist hier keine App registriert. Prüfe die Einstellungen der App.",
    redirect_uri_missing: "Die App hat nicht gesagt, wohin es zurückgehen soll: redirect_uri fehlt.",
    redirect_uri_not_registered:
      "Die App wollte zu einer Adresse zurück, die für sie nicht registriert ist. Sie muss Zeichen für Zeichen übereinstimmen.",
    post_logout_redirect_uri_not_registered:
      "Die App wollte zu einer Adresse zurück, die für sie nicht registriert ist. Sie muss Zeichen für Zeichen übereinstimmen.",
    invalid_request_uri:
      "Die App hat auf eine Anfrage verwiesen, die hier nicht bekannt ist: Sie wurde schon benutzt, ist zu alt oder wurde nie gesendet. Geh zurück zur App und fang noch einmal an.",
    invalid_id_token_hint: "Die App hat einen id_token_hint gesendet, der nicht von hier stammt.",
    id_token_hint_of_other_client: "Die App hat den id_token_hint einer anderen App gesendet.",
    interaction_finished:
      "Diese Anfrage ist schon erledigt, oder sie hat zu lange gedauert. Geh zurück zur App und fang noch einmal an.",
    test_sign_in_unknown:
      "Das ist keine Antwort auf einen Test, den dieser Browser begonnen hat und der noch läuft. Öffne die Seite der App und starte den Test noch einmal.",
    malformed_form: "Das Formular wurde ohne Antwort abgeschickt. Geh zurück.",
  },
};
