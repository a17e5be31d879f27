/** The page of a request by an app that cannot be answered. */
import type { Translated } from "../../translated.ts";
import type { protocolError as english } from "../en/protocol-error.ts";

export const protocolError: Translated<typeof english> = {
  title: "No ha funcionado",
  reference: "Referencia",
  refused:
    "La aplicación ha enviado una solicitud que no se puede responder. Vuelve atrás e inténtalo de nuevo; si sigue así, avisa a quien gestiona la aplicación. Esto es para quien la desarrolla:",
  facts: {
    app: "Aplicación",
    sent: "{name} enviado",
    registered: "{name} registrado",
  },
  reasons: {
    client_id_missing: "La aplicación no ha dicho cuál es: falta client_id.",
    unknown_client:
      "Aquí no hay ninguna aplicación registrada con el client_id enviado. Revisa la configuración de la aplicación.",
    redirect_uri_missing: "La aplicación no ha dicho adónde volver: falta redirect_uri.",
    redirect_uri_not_registered:
      "La aplicación ha pedido volver a una dirección que no tiene registrada. Debe coincidir carácter por carácter.",
    post_logout_redirect_uri_not_registered:
      "La aplicación ha pedido volver a una dirección que no tiene registrada. Debe coincidir carácter por carácter.",
    invalid_request_uri:
      "La aplicación se ha referido a una solicitud que no se conoce aquí: ya se usó, es demasiado antigua o nunca se envió. Vuelve a la aplicación y empieza de nuevo.",
    invalid_id_token_hint: "La aplicación ha enviado un id_token_hint que no se emitió aquí.",
    id_token_hint_of_other_client: "La aplicación ha enviado el id_token_hint de otra aplicación.",
    interaction_finished:
      "Esta solicitud ya se ha terminado o ha tardado demasiado. Vuelve a la aplicación y empieza de nuevo.",
    test_sign_in_unknown:
      "Esto no responde a ninguna prueba que haya empezado este navegador y siga en curso. Abre la página de la aplicación y empieza la prueba de nuevo.",
    malformed_form: "El formulario se ha enviado sin respuesta. Vuelve atrás.",
  },
};
