/** Allowing an app. */
import type { Translated } from "../../translated.ts";
import type { consent as english } from "../en/consent.ts";

export const consent: Translated<typeof english> = {
  pageTitle: "Permitir una aplicación",
  title: "¿Permitir <app></app>?",
  lead: "<app></app> verá:",
  nothingPersonal:
    "<app></app> no pide nada de tu perfil. Solo conoce un identificador que distingue tu cuenta de las demás.",
  returnsTo: "Vuelves a",
  account: "Has iniciado sesión como",
  notYou: "¿No eres tú?",
  switchAccount: "Usar otra cuenta",
  allow: "Permitir",
  deny: "No permitir",
  verified: "comprobado",
  unverified: "sin comprobar",
  updatedAt: "También sabrá que tu perfil cambió por última vez el <when></when>.",
  footer: "Tu decisión se recuerda. {app} nunca ve tu llave de acceso.",
  policy: "Su política de privacidad",
  terms: "Sus condiciones de uso",
  registeredItself: "Esta aplicación se registró a sí misma. Nadie aquí ha comprobado su nombre.",
  describedBy:
    "Esta aplicación se describe a sí misma en <host></host>. Continúa solo si conoces esa dirección.",
  offlineTitle: "Acceso cuando no estás",
  offline: "<app></app> puede seguir usando esto cuando no estés, hasta que se lo retires.",
  resources: "Podrá usar estos servicios en tu nombre:",
  claims: {
    sub: "Identificador",
    name: "Nombre completo",
    given_name: "Nombre",
    family_name: "Apellidos",
    preferred_username: "Nombre de usuario",
    picture: "Foto",
    locale: "Idioma",
    email: "Correo electrónico",
    groups: "Grupos",
    middle_name: "Segundo nombre",
    nickname: "Apodo",
    profile: "Página de perfil",
    website: "Sitio web",
    gender: "Género",
    birthdate: "Fecha de nacimiento",
    zoneinfo: "Zona horaria",
    address: "Dirección",
    phone_number: "Número de teléfono",
  },
};
