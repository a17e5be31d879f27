/** Adding an app in the administration. */
import type { Translated } from "../../translated.ts";
import type { adminNewClient as english } from "../en/admin-new-client.ts";

export const adminNewClient: Translated<typeof english> = {
  title: "Añadir una aplicación",
  titleOf: "Añadir una aplicación: {kind}",
  lead: "¿Qué es? Con la respuesta vienen los ajustes adecuados.",
  back: "Todos los tipos",
  kinds: {
    grafana: {
      name: "Grafana",
      hint: "Paneles. Mediante OAuth genérico.",
    },
    gitea: {
      name: "Gitea o Forgejo",
      hint: "Alojamiento Git. Mediante una fuente de autenticación.",
    },
    nextcloud: {
      name: "Nextcloud",
      hint: "Archivos y calendarios. Con su aplicación user_oidc.",
    },
    immich: {
      name: "Immich",
      hint: "Fotos, en el navegador y en el teléfono.",
    },
    proxmox: {
      name: "Proxmox VE",
      hint: "Máquinas virtuales. Como dominio OpenID Connect.",
    },
    "oauth2-proxy": {
      name: "oauth2-proxy",
      hint: "Delante de una página que no tiene inicio de sesión propio.",
    },
    "argo-cd": {
      name: "Argo CD",
      hint: "Despliegues. Directamente, sin Dex.",
    },
    web: {
      name: "Aplicación web",
      hint: "Funciona en un servidor y puede guardar un secreto.",
    },
    "single-page": {
      name: "Aplicación de una sola página",
      hint: "Funciona solo en el navegador y no guarda secretos.",
    },
    native: {
      name: "Aplicación nativa o de línea de comandos",
      hint: "Funciona en los dispositivos de las personas.",
    },
    machine: {
      name: "Máquina",
      hint: "Inicia sesión como ella misma; no hay nadie delante.",
    },
  },
  name: "Nombre",
  nameHint: "Lo que se ve al iniciar sesión.",
  appUrl: "Dirección de la aplicación",
  appUrlHint: "Tal como se abre en el navegador. Rellena las direcciones de abajo.",
  redirectUris: "URI de redirección",
  redirectUrisHint: "Una por línea. Tras iniciar sesión se vuelve exactamente ahí.",
  postLogout: "Direcciones tras cerrar sesión",
  groups: "Quién puede usarla",
  groupsHint: "Los miembros de los grupos que elijas. Sin elección: todo el mundo.",
  groupsNone: "Todavía no hay grupos, así que puede usarla todo el mundo.",
  firstParty: "No pedir consentimiento a nadie: es nuestra propia aplicación",
  submit: "Añadir la aplicación",
  setUp: "Se configura con",
  authentication: "Autenticación de la aplicación",
  pkce: "PKCE",
  required: "Obligatorio",
  optional: "Opcional",
  scopes: "Ámbitos",
  idToken: "Token de identidad",
  withClaims: "Contiene también los atributos",
  methods: {
    none: "Ninguna: no guarda secretos",
    client_secret_basic: "Secreto en la cabecera (Basic)",
    client_secret_post: "Secreto en el cuerpo (POST)",
    client_secret_jwt: "Firmada con el secreto",
    private_key_jwt: "Firmada con su propia clave",
  },
  made: "{name} está añadida",
  secret: "Secreto del cliente",
  once: "Solo se muestra esta vez. Los ajustes de abajo ya lo contienen.",
  settings: "Para pegar en {kind}",
  open: "Abrir la página de la aplicación",
  copy: "Copiar",
  copied: "Copiado",
  address: {
    clientId: "ID de cliente",
    issuer: "Emisor",
    discovery: "Descubrimiento",
    authorize: "Autorización",
    token: "Token",
    userinfo: "UserInfo",
    jwks: "Claves",
    endSession: "Cierre de sesión",
  },
};
