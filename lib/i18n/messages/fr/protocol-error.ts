/** The page of a request by an app that cannot be answered. */
import type { Translated } from "../../translated.ts";
import type { protocolError as english } from "../en/protocol-error.ts";

export const protocolError: Translated<typeof english> = {
  title: "Cela n’a pas fonctionné",
  reference: "Référence",
  refused:
    "L’application a envoyé une demande à laquelle on ne peut pas répondre. Revenez en arrière et réessayez ; si cela persiste, prévenez les responsables de l’application. Voici pour ses développeurs :",
  facts: {
    app: "Application",
    sent: "{name} envoyé",
    registered: "{name} enregistré",
  },
  reasons: {
    client_id_missing: "L’application n’a pas dit laquelle elle est : client_id manque.",
    unknown_client:
      "Aucune application n’est enregistrée ici sous le client_id envoyé. Vérifiez les réglages de l’application.",
    redirect_uri_missing: "L’application n’a pas dit où retourner : redirect_uri manque.",
    redirect_uri_not_registered:
      "L’application a demandé de retourner à une adresse qui n’est pas enregistrée pour elle. Elle doit correspondre caractère par caractère.",
    post_logout_redirect_uri_not_registered:
      "L’application a demandé de retourner à une adresse qui n’est pas enregistrée pour elle. Elle doit correspondre caractère par caractère.",
    invalid_request_uri:
      "L’application a renvoyé à une demande inconnue ici : elle a déjà été utilisée, elle est trop ancienne ou elle n’a jamais été envoyée. Revenez à l’application et recommencez.",
    invalid_id_token_hint: "L’application a envoyé un id_token_hint qui n’a pas été émis ici.",
    id_token_hint_of_other_client: "L’application a envoyé l’id_token_hint d’une autre application.",
    interaction_finished:
      "Cette demande est déjà terminée, ou elle a pris trop de temps. Revenez à l’application et recommencez.",
    test_sign_in_unknown:
      "Ce n’est pas la réponse à un essai commencé par ce navigateur et encore en cours. Ouvrez la page de l’application et recommencez l’essai.",
    malformed_form: "Le formulaire a été envoyé sans réponse. Revenez en arrière.",
  },
};
