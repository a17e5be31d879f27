/** The state of the system in the administration. */
import type { Translated } from "../../translated.ts";
import type { adminHealth as english } from "../en/admin-health.ts";

export const adminHealth: Translated<typeof english> = {
  title: "Estado",
  lead: "Si todo lo que necesitan las personas y las aplicaciones está bien, ahora mismo.",
  statuses: {
    healthy: "Todo está bien",
    degraded: "Necesita atención",
    unhealthy: "Fuera de servicio",
  },
  detail: "Detalle",
  parts: {
    database: {
      name: "Base de datos",
      means: "Todo lo que se sabe aquí está en ella.",
      todo: "Mira si PostgreSQL funciona, se puede alcanzar y le quedan conexiones.",
    },
    signing_keys: {
      name: "Claves de firma",
      means: "Sin una no se puede entrar en ninguna aplicación.",
      todo: "Mira la página de claves de firma y si el archivo de claves es de esta base de datos.",
    },
    clock: {
      name: "Reloj",
      means: "Por él caducan códigos y tokens.",
      todo: "Deja que NTP ponga en hora esta máquina y la base de datos.",
    },
    metadata: {
      name: "Metadatos de autenticadores",
      means: "Prueban qué modelo guarda una llave de acceso.",
      todo: "Mira si se alcanza el archivo o la dirección de MDS_BLOB y qué raíz nombra MDS_ROOT.",
    },
    mail: {
      name: "Correo",
      means: "Con él se avisa a las personas y se las deja volver.",
      todo: "Mira la página de correo: dice qué no llegó y por qué.",
    },
    disk: {
      name: "Disco",
      means: "La base de datos integrada se para cuando está lleno.",
      todo: "Haz sitio donde está el directorio de datos.",
    },
  },
  partsTitle: "Partes",
  arrivalTitle: "Cómo has llegado aquí",
  arrivalLead:
    "Leído de esta misma petición: lo que está delante de Latchkey puede estar mal configurado sin que nadie lo note.",
  arrival: {
    address_fits: "La dirección que has usado es BASE_URL.",
    address_differs:
      "Has venido por otra dirección que BASE_URL. Las llaves de acceso solo funcionan ahí: haz que el proxy pase el host o corrige BASE_URL.",
    https: "El proxy dice que has venido por HTTPS.",
    https_untold: "El proxy no dice si has venido por HTTPS. Haz que ponga X-Forwarded-Proto.",
    not_https: "El proxy dice que has venido sin HTTPS. Haz que mande a todos a https://.",
    local: "BASE_URL está en esta máquina, así que nada necesita HTTPS.",
    client_address_known: "Las direcciones de las personas llegan: los límites y el registro ven cada una.",
    proxy_unknown:
      "Un proxy pasa direcciones, pero TRUSTED_PROXIES no lo nombra: todos parecen venir del proxy y comparten sus límites.",
    proxy_silent:
      "Lo que está delante no pasa direcciones: todos parecen venir de ahí y comparten los límites. Haz que ponga X-Forwarded-For y nómbralo en TRUSTED_PROXIES.",
  },
  jobsTitle: "Trabajo programado",
  jobsLead: "Lo que se hace una vez para todas las instancias muestra la última ejecución en cualquiera.",
  job: "Tarea",
  every: "Cada",
  last: "Última ejecución",
  took: "Duración",
  jobStatus: "Estado",
  jobStatuses: {
    well: "Bien",
    failing: "Falla",
    waiting: "Aún no",
  },
  everywhere: "En esta instancia",
  failedAt: "Falló",
  programTitle: "Programa",
  version: "Versión",
  runtime: "Node.js",
  database: "Base de datos",
  databases: {
    embedded: "Integrada",
    external: "Servidor PostgreSQL",
  },
  started: "Iniciado",
  copyTitle: "Para un informe",
  copyLead: "Sin secretos, ni nombres, ni direcciones.",
  copyLabel: "Estado como texto",
  copy: "Copiar",
  copied: "Copiado",
  rows: "Filas",
};
