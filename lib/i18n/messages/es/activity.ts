/** What has happened to the account. `told` has a sentence for each action of the trail that concerns people. */
import type { Translated } from "../../translated.ts";
import type { activity as english } from "../en/activity.ts";

export const activity: Translated<typeof english> = {
  title: "Actividad",
  lead: "Lo que ha pasado en tu cuenta, y desde dónde.",
  filter: "Mostrar",
  all: "Todo",
  kinds: {
    sign_ins: "Inicios de sesión",
    passkeys: "Llaves de acceso",
    apps: "Aplicaciones",
    account: "Cuenta",
  },
  today: "Hoy",
  yesterday: "Ayer",
  pages: "Páginas",
  newer: "Más reciente",
  older: "Más antiguo",
  empty: "Aún no ha pasado nada",
  emptyBody:
    "Aquí aparecerán los inicios de sesión, los cambios en tus llaves de acceso y las visitas a aplicaciones.",
  emptyKind: "Nada de este tipo",
  showAll: "Mostrar todo",
  notYou: "¿Algo de esto no lo hiciste tú?",
  notYouBody:
    "<sessions>Cierra la sesión de los demás navegadores</sessions> y después <passkeys>elimina las llaves de acceso</passkeys> que no reconozcas.",
  somePasskey: "(eliminada)",
  someApp: "(aplicación eliminada)",
  failed: "Rechazado",
  told: {
    instance: {
      set_up: "Esta instancia se configuró con tu cuenta.",
    },
    user: {
      role_changed: "Alguien de la administración cambió tu rol.",
      created: "{via, select, invitation {Creaste tu cuenta con una invitación.} other {Creaste tu cuenta.}}",
      changed: "Alguien de la administración cambió tu perfil.",
      disabled: "Alguien de la administración desactivó tu cuenta.",
      enabled: "Alguien de la administración volvió a activar tu cuenta.",
    },
    profile: {
      changed: "Cambiaste tu perfil.",
    },
    passkey: {
      registered: "Añadiste la llave de acceso <passkey></passkey>.",
      registration_failed: "No se pudo añadir una llave de acceso.",
      counter_regressed: "Es posible que <passkey></passkey> se haya copiado: su contador no aumentó.",
      renamed: "Cambiaste el nombre de la llave de acceso «<from></from>» a «<to></to>».",
      removed: "Eliminaste la llave de acceso <passkey></passkey>.",
      revoked: "Alguien de la administración revocó la llave de acceso <passkey></passkey>.",
    },
    session: {
      created:
        "{method, select, passkey {Inicio de sesión con <passkey></passkey>.} recovery_code {Inicio de sesión con un código de recuperación.} recovery_link {Inicio de sesión con un enlace de un solo uso de la administración.} email_link {Inicio de sesión con un enlace recibido por correo.} device_approval {Inicio de sesión aprobado desde otro navegador.} other {Inicio de sesión.}}",
      upgraded: "Confirmaste este inicio de sesión con una llave de acceso nueva.",
      ended:
        "{by, select, sign_out {Cerraste sesión.} sign_out_elsewhere {Cerraste la sesión de otro navegador.} too_many_accounts {Se cerró tu sesión: un navegador tenía demasiadas cuentas.} passkey_removed {Se cerró la sesión de un navegador con la llave de acceso que eliminaste.} passkey_revoked {Se cerró la sesión de un navegador con la llave de acceso revocada.} administrator {Alguien de la administración cerró tu sesión en un navegador.} user_disabled {Se cerró tu sesión porque tu cuenta se desactivó.} other {Se cerró la sesión de un navegador.}}",
    },
    sign_in: {
      failed:
        "{reason, select, user_disabled {Se rechazó un inicio de sesión con <passkey></passkey>: tu cuenta está desactivada.} counter {Se rechazó un inicio de sesión con <passkey></passkey>: es posible que la llave se haya copiado.} credential_revoked {Se rechazó un inicio de sesión con <passkey></passkey>: esa llave se eliminó.} other {Un inicio de sesión con <passkey></passkey> no se completó.}}",
    },
    device_approval: {
      approved: "Dejaste entrar a otro navegador.",
      denied: "Rechazaste otro navegador.",
      refused: "Un navegador que habías aceptado llegó tarde o fue rechazado.",
    },
    recovery_codes: {
      created: "Creaste códigos de recuperación nuevos.",
    },
    recovery: {
      failed: "Se rechazó un intento de entrar en tu cuenta sin llave de acceso.",
    },
    step_up: {
      succeeded: "Confirmaste con <passkey></passkey> que eres tú.",
      failed: "Una confirmación de que eres tú no se completó.",
    },
    consent: {
      granted: "Permitiste <app></app>.",
      denied: "No permitiste <app></app>.",
      revoked:
        "{self, select, yes {Retiraste el acceso a <app></app>.} other {Alguien de la administración retiró el acceso a <app></app>.}}",
    },
    authorization: {
      issued: "Inicio de sesión en <app></app>.",
    },
    refresh_token: {
      replayed: "Un token de <app></app> se usó dos veces, así que su acceso terminó.",
    },
    code: {
      replayed: "Un código de inicio de sesión para <app></app> se usó dos veces, así que su acceso terminó.",
    },
    device: {
      code_refused: "Escribiste un código de dispositivo que no funciona.",
      approved: "Conectaste un dispositivo a tu cuenta para <app></app>.",
      denied: "Rechazaste un dispositivo para <app></app>.",
    },
    group: {
      manager_added: "Ahora gestionas el grupo <name></name>.",
      manager_removed: "Ya no gestionas el grupo <name></name>.",
      member_added: "Ahora formas parte del grupo <name></name>.",
      member_removed: "Ya no formas parte del grupo <name></name>.",
    },
    claim: {
      set: "Alguien de la administración definió «<name></name>», que las aplicaciones pueden saber de ti.",
      removed: "Alguien de la administración quitó «<name></name>», que las aplicaciones podían saber de ti.",
    },
    data: {
      exported: "Te llevaste una copia de tus datos.",
    },
    email: {
      requested: "Pediste un enlace para confirmar un correo electrónico.",
      confirmed: "Confirmaste tu correo electrónico.",
      withdrawn: "Retiraste el cambio de tu correo electrónico.",
    },
    recovery_link: {
      created: "Alguien de la administración creó un enlace de un solo uso a tu cuenta.",
    },
    sign_in_link: {
      requested:
        "{failed, select, yes {Se pidió un enlace de inicio de sesión y no se envió.} other {Se envió un enlace de inicio de sesión a tu correo electrónico.}}",
    },
    api_key: {
      created: "La clave de API <name></name> se creó en tu nombre.",
      revoked: "La clave de API <name></name> se desactivó.",
    },
    outbox: {
      given_up: "No se pudo entregar un correo para ti.",
    },
  },
};
