/** The events of the trail in sentences, for who reads what others did. Names are filled in where the tags stand. */
import type { Translated } from "../../translated.ts";
import type { auditTold as english } from "../en/audit-told.ts";

export const auditTold: Translated<typeof english> = {
  instance: { set_up: "<person></person> puso en marcha esta instancia." },
  set_up_link: { created: "<actor></actor> creó un enlace para poner en marcha esta instancia." },
  invitation: {
    created:
      "{named, select, yes {<actor></actor> invitó a <name></name>.} other {<actor></actor> creó una invitación.}}",
    revoked: "<actor></actor> retiró una invitación.",
    used: "<person></person> usó una invitación.",
  },
  users: { exported: "<actor></actor> exportó la lista de personas." },
  user: {
    created:
      "{via, select, invitation {<person></person> creó una cuenta con una invitación.} set_up {<person></person> creó la primera cuenta.} other {<person></person> creó una cuenta.}}",
    changed: "<actor></actor> cambió el perfil de <person></person>.",
    disabled: "<actor></actor> desactivó la cuenta de <person></person>.",
    enabled: "<actor></actor> reactivó la cuenta de <person></person>.",
    deleted:
      "{self, select, yes {<actor></actor> eliminó su propia cuenta.} other {<actor></actor> eliminó la cuenta de <person></person>.}}",
    role_changed: "<actor></actor> cambió el rol de <person></person> de «<from></from>» a «<to></to>».",
  },
  profile: { changed: "<person></person> cambió su perfil." },
  data: { exported: "<actor></actor> se llevó una copia de sus datos." },
  email: {
    requested: "<person></person> pidió un enlace para confirmar una dirección de correo.",
    confirmed: "<person></person> confirmó una dirección de correo.",
    withdrawn: "<person></person> retiró una dirección de correo nueva.",
  },
  passkey: {
    registered: "<person></person> añadió la llave de acceso <passkey></passkey>.",
    registration_failed:
      "{known, select, yes {<person></person> no pudo añadir una llave de acceso.} other {No se pudo añadir una llave de acceso.}}",
    counter_regressed:
      "Puede que se haya copiado la llave de acceso <passkey></passkey> de <person></person>: su contador no aumentó.",
    renamed: "<person></person> cambió el nombre de la llave de acceso «<from></from>» a «<to></to>».",
    removed: "<person></person> eliminó la llave de acceso <passkey></passkey>.",
    revoked: "<actor></actor> revocó la llave de acceso <passkey></passkey> de <person></person>.",
  },
  conformance: {
    registered: "La prueba de conformidad añadió una llave de acceso.",
    registration_failed: "Se rechazó una llave de acceso de la prueba de conformidad.",
    assertion_verified: "La prueba de conformidad inició sesión.",
    assertion_failed: "Se rechazó un inicio de sesión de la prueba de conformidad.",
  },
  session: {
    created:
      "{method, select, passkey {<person></person> inició sesión con <passkey></passkey>.} recovery_code {<person></person> inició sesión con un código de recuperación.} recovery_link {<person></person> inició sesión con un enlace de recuperación.} email_link {<person></person> inició sesión con un enlace de un correo.} device_approval {<person></person> inició sesión con la aprobación de otro navegador.} other {<person></person> inició sesión.}}",
    upgraded:
      "<person></person> confirmó un inicio de sesión con la llave de acceso nueva <passkey></passkey>.",
    ended:
      "{by, select, sign_out {<person></person> cerró sesión.} sign_out_elsewhere {<person></person> cerró la sesión de otro navegador.} too_many_accounts {Se cerró una sesión de <person></person>: un navegador tenía demasiadas cuentas.} passkey_removed {Se cerró una sesión de <person></person> junto con la llave de acceso eliminada.} passkey_revoked {Se cerró una sesión de <person></person> junto con la llave de acceso revocada.} administrator {<actor></actor> cerró la sesión de <person></person> en un navegador.} user_disabled {Se cerró la sesión de <person></person>, porque se desactivó la cuenta.} account_deleted {Se cerró la sesión de <person></person>, porque se eliminó la cuenta.} app_revoked {Se cerró la sesión de <person></person> en una aplicación cuyo acceso terminó.} other {Se cerró una sesión de <person></person>.}}",
  },
  sign_in: {
    failed:
      "{known, select, yes {Falló un inicio de sesión de <person></person>.} other {Falló un inicio de sesión.}}",
  },
  device_approval: {
    requested: "Un navegador pidió que lo aprobaran desde otro.",
    approved: "<person></person> dejó entrar a otro navegador.",
    denied: "<person></person> rechazó otro navegador.",
    refused: "Un navegador que <person></person> había aprobado llegó tarde o fue rechazado.",
  },
  recovery_codes: { created: "<person></person> creó códigos de recuperación nuevos." },
  recovery_link: { created: "<actor></actor> creó un enlace de recuperación para <person></person>." },
  sign_in_link: {
    requested:
      "{failed, select, yes {Se pidió un enlace de inicio de sesión y no se envió.} other {Se envió un enlace de inicio de sesión a <person></person>.}}",
  },
  recovery: {
    failed:
      "{known, select, yes {Falló un intento de recuperar la cuenta de <person></person>.} other {Falló un intento de recuperar una cuenta.}}",
  },
  step_up: {
    succeeded: "<person></person> confirmó su identidad con <passkey></passkey>.",
    failed:
      "{known, select, yes {Falló una confirmación de <person></person>.} other {Falló una confirmación con llave de acceso.}}",
  },
  client: {
    test_finished:
      "{failed, select, yes {Una prueba de inicio de sesión en <app></app> de <actor></actor> no tuvo éxito.} other {<actor></actor> probó el inicio de sesión en <app></app>.}}",
    test_begun: "<actor></actor> empezó una prueba de inicio de sesión en <app></app>.",
    logo_removed: "<actor></actor> eliminó el logotipo de <app></app>.",
    logo_set: "<actor></actor> dio un logotipo nuevo a <app></app>.",
    created: "<actor></actor> añadió la aplicación <app></app>.",
    updated: "<actor></actor> cambió la aplicación <app></app>.",
    disabled: "<actor></actor> desactivó la aplicación <app></app>.",
    enabled: "<actor></actor> reactivó la aplicación <app></app>.",
    deleted: "<actor></actor> eliminó la aplicación <app></app>.",
    groups_changed: "<actor></actor> cambió qué grupos pueden usar <app></app>.",
    secret_added: "<actor></actor> creó un secreto nuevo para <app></app>.",
    secret_removed: "<actor></actor> eliminó un secreto de <app></app>.",
    registration_refused: "Una aplicación no pudo registrarse.",
    document_refused: "No se pudo usar la descripción de <app></app>.",
    authentication_failed: "<app></app> no pudo demostrar su identidad.",
  },
  registration_token: {
    created: "<actor></actor> creó el token <name></name>, con el que se registran aplicaciones.",
    removed: "<actor></actor> eliminó el token <name></name>, con el que se registraban aplicaciones.",
  },
  consent: {
    granted: "<person></person> autorizó <app></app>.",
    denied:
      "{known, select, yes {<person></person> no autorizó <app></app>.} other {<app></app> no recibió autorización.}}",
    revoked:
      "{self, select, yes {<person></person> retiró lo que había autorizado a <app></app>.} other {<actor></actor> retiró lo que <person></person> había autorizado a <app></app>.}}",
  },
  authorization: {
    issued: "<person></person> inició sesión en <app></app>.",
    refused:
      "{known, select, yes {Se rechazó un inicio de sesión de <person></person> en <app></app>.} other {Se rechazó un inicio de sesión en <app></app>.}}",
  },
  token: {
    issued:
      "{known, select, yes {<app></app> recibió tokens para <person></person>.} other {<app></app> recibió un token propio.}}",
    refused: "<app></app> pidió tokens y no recibió ninguno.",
    revoked: "<app></app> puso fin a un token.",
  },
  refresh_token: {
    replayed:
      "Un token de actualización de <app></app> se usó dos veces, así que su acceso para <person></person> terminó.",
  },
  code: {
    replayed:
      "{known, select, yes {Un código de inicio de sesión de <person></person> para <app></app> se usó dos veces, así que su acceso terminó.} other {Un código de inicio de sesión para <app></app> se usó dos veces.}}",
  },
  device: {
    requested: "Un dispositivo pidió conectarse para <app></app>.",
    refused: "Se rechazó un dispositivo que pidió conectarse para <app></app>.",
    code_refused:
      "{known, select, yes {<person></person> escribió un código de dispositivo que no funciona.} other {Alguien escribió un código de dispositivo que no funciona.}}",
    approved: "<person></person> conectó un dispositivo para <app></app>.",
    denied: "<person></person> rechazó un dispositivo para <app></app>.",
  },
  signing_key: {
    created: "<actor></actor> creó la clave de firma <kid></kid>.",
    activated: "La clave de firma <kid></kid> firma a partir de ahora.",
    rotation_requested: "<actor></actor> pidió claves de firma nuevas.",
    retired: "La clave de firma <kid></kid> se retiró.",
    revoked: "<actor></actor> revocó la clave de firma <kid></kid>.",
  },
  metadata: {
    loaded: "Se cargaron metadatos nuevos de autenticadores.",
    refused: "Se rechazaron metadatos nuevos de autenticadores.",
  },
  settings: { changed: "<actor></actor> cambió cómo se registra y se entra." },
  attestation_policy: { changed: "<actor></actor> cambió qué llaves de acceso se permiten." },
  group: {
    created: "<actor></actor> creó el grupo <group></group>.",
    changed: "<actor></actor> cambió el grupo <group></group>.",
    deleted: "<actor></actor> eliminó el grupo <group></group>.",
    manager_added: "<actor></actor> encargó a <person></person> la gestión del grupo <group></group>.",
    manager_removed: "<actor></actor> retiró a <person></person> la gestión del grupo <group></group>.",
    member_added:
      "{self, select, yes {<person></person> se unió al grupo <group></group>.} other {<actor></actor> añadió a <person></person> al grupo <group></group>.}}",
    member_removed:
      "{self, select, yes {<person></person> dejó el grupo <group></group>.} other {<actor></actor> quitó a <person></person> del grupo <group></group>.}}",
  },
  claim: {
    set: "{known, select, yes {<actor></actor> definió el atributo <name></name> de <person></person>.} other {<actor></actor> definió el atributo <name></name> del grupo <group></group>.}}",
    removed:
      "{known, select, yes {<actor></actor> eliminó el atributo <name></name> de <person></person>.} other {<actor></actor> eliminó el atributo <name></name> del grupo <group></group>.}}",
  },
  branding: {
    reset: "<actor></actor> devolvió a esta instancia su aspecto original.",
    image_removed: "<actor></actor> eliminó una imagen del aspecto de esta instancia.",
    image_set: "<actor></actor> puso una imagen en el aspecto de esta instancia.",
    changed: "<actor></actor> cambió el aspecto de esta instancia.",
  },
  mail: {
    tested:
      "{failed, select, yes {<actor></actor> envió un correo de prueba, que no fue aceptado.} other {<actor></actor> envió un correo de prueba.}}",
  },
  outbox: {
    given_up:
      "{known, select, yes {No se pudo entregar un mensaje a <person></person>.} other {No se pudo entregar un mensaje.}}",
    retried: "<actor></actor> hizo reintentar un correo.",
    discarded: "<actor></actor> descartó un correo que no había llegado.",
  },
  api_key: {
    created: "<actor></actor> creó la clave de API <name></name>.",
    revoked: "<actor></actor> puso fin a la clave de API <name></name>.",
  },
  audit: { exported: "<actor></actor> exportó el registro de auditoría." },
  list: {
    exported:
      "<actor></actor> exportó {list, select, passkeys {la lista de llaves de acceso} sessions {la lista de sesiones} groups {la lista de grupos} apps {la lista de aplicaciones} other {una lista}}.",
  },
  rate_limit: { exceeded: "Llegaron demasiadas solicitudes de una misma dirección." },
};
