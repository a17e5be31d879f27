/** What to do about a field that was refused, by what is wrong with it. The API tells programs in its own words. */
import type { Translated } from "../../translated.ts";
import type { problems as english } from "../en/problems.ts";

export const problems: Translated<typeof english> = {
  missing: "Rellena este campo.",
  tooShort:
    "{minimum, plural, one {Usa al menos # carácter.} many {Usa al menos # caracteres.} other {Usa al menos # caracteres.}}",
  tooLong:
    "{maximum, plural, one {Usa como máximo # carácter.} many {Usa como máximo # caracteres.} other {Usa como máximo # caracteres.}}",
  tooLow: "Escribe {minimum, number} o más.",
  tooHigh: "Escribe {maximum, number} o menos.",
  tooFew:
    "{minimum, plural, one {Indica al menos uno.} many {Indica al menos #.} other {Indica al menos #.}}",
  tooMany:
    "{maximum, plural, one {Indica como máximo uno.} many {Indica como máximo #.} other {Indica como máximo #.}}",
  number: "Escribe un número.",
  wholeNumber: "Escribe un número entero.",
  email: "Escribe un correo electrónico como ana@example.com.",
  address: "Escribe una dirección completa como https://app.example.com.",
  https: "Empieza la dirección con https://. Solo en localhost puede ser http://.",
  scheme: "Empieza la dirección con https:// o con un esquema propio de la aplicación como com.example.app.",
  noFragment: "Quita lo que empieza por #.",
  noPassword: "Quita el nombre de usuario y la contraseña de la dirección.",
  noWildcard: "Escribe la dirección sin *, o permite antes los patrones para esta aplicación.",
  wildcardPlace: "Pon * delante de al menos dos partes más del nombre del host, y en ningún otro sitio.",
  normalForm:
    "Escribe la dirección en su forma habitual: esquema y host en minúsculas, sin el puerto predeterminado.",
  sameOrigin: "Usa el esquema, el host y el puerto de una de las URI de redirección.",
  option: "Elige una de las opciones que se ofrecen.",
  date: "Escribe un día que exista en el calendario, por ejemplo 1990-05-17.",
  timeZone: "Elige una zona horaria como Europe/Zurich.",
  languageTag: "Escribe un código de idioma como de-CH.",
  phone: "Escribe el número con el prefijo del país y sin espacios, por ejemplo +41441234567.",
  controlCharacters: "Quita los saltos de línea y los caracteres invisibles.",
  groupName: "Usa de 1 a 64 letras, cifras, puntos, guiones, guiones bajos y dos puntos.",
  clientId: "Usa de 1 a 128 letras, cifras, puntos, guiones, guiones bajos y virgulillas.",
  claimName:
    "Empieza con una letra y usa solo letras, cifras, guiones bajos, puntos, dos puntos, barras, # y guiones.",
  claimReserved: "Elige otro nombre: este ya tiene un significado.",
  claimValue: "Escribe un texto, un número, true o false, o una lista de textos.",
  scope: "Escribe cada scope como una sola palabra.",
  repeated: "Indica cada uno una sola vez.",
  taken: "Ya está en uso. Elige otro.",
  reason: "Di por qué.",
  unknown: "Esto no se conoce aquí. Vuelve a cargar la página.",
  other: "Así no funciona aquí. Cámbialo y vuelve a intentarlo.",
};
