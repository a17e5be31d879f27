/** The page about the API. */
import type { Translated } from "../../translated.ts";
import type { apiDocs as english } from "../en/api-docs.ts";

export const apiDocs: Translated<typeof english> = {
  title: "API",
  lead: "Lo que los programas pueden hacer aquí. Cada operación se comprueba con esta descripción.",
  contents: "Contenido",
  search: "Buscar operaciones",
  nothing: "No hay coincidencias.",
  document: "El documento OpenAPI 3.1",
  english: "Las operaciones se describen en inglés.",
  keys: "Los programas de administración envían una clave de API como token portador. Permite lo que nombran sus permisos y se crea en la administración, en Sistema.",
  envelope:
    "Las respuestas son JSON con «data»; un rechazo trae «error» con un código según el que actuar y un mensaje. El identificador de la solicitud encuentra ambos en el registro.",
  pages:
    "Las listas van página por página: «limit» dice cuántos, y «nextCursor» de una página es «after» de la siguiente.",
  repeats:
    "Una llamada con Idempotency-Key se puede repetir y se hace una sola vez. Un ETag en If-Match hace fallar un cambio si alguien fue más rápido.",
  access: {
    anyone: "Cualquiera",
    optional: "Cualquiera; más para quien ha iniciado sesión",
    session: "Una sesión",
    key: "Una clave de API o una sesión",
  },
  permission: "Permiso:",
  parameters: "Parámetros",
  body: "Cuerpo",
  file: "Cuerpo: un archivo",
  answer: "Respuesta",
  refusals: "Rechazos",
  example: "Ejemplo",
  required: "obligatorio",
  link: "Referencia de la API",
};
