/** Taking one's data along, and deleting the account. */
import type { Translated } from "../../translated.ts";
import type { myData as english } from "../en/my-data.ts";

export const myData: Translated<typeof english> = {
  title: "Tus datos",
  lead: "Son tuyos: llévatelos o retíralos.",
  export: {
    title: "Llévatelos",
    body: "Un archivo con todo lo que aquí se sabe de ti: perfil, llaves de acceso sin sus secretos, sesiones, aplicaciones, grupos y lo que el registro de seguridad dice de ti. Está en JSON, que otros programas pueden leer.",
    button: "Descargar tus datos",
    started: "La descarga ha empezado.",
    hint: "Antes confirmarás que eres tú con una llave de acceso.",
  },
  delete: {
    title: "Eliminar tu cuenta",
    lead: "Esto es lo que pasa:",
    gone: "Tu perfil, tu foto, tus llaves de acceso, tus códigos de recuperación y tus grupos desaparecen al momento.",
    apps: "Se cierra tu sesión en todas partes y se avisa a tus aplicaciones. Lo que ellas guardan se queda con ellas.",
    name: "Tu dirección de correo queda libre: alguien podría abrir una cuenta con ella.",
    trail:
      "El registro de seguridad permanece mientras {instance} lo conserve: horas, direcciones IP y navegadores, con un número en lugar de tu nombre.",
    mail: "Recibes un último correo.",
    forGood: "No se puede deshacer.",
    open: "Eliminar tu cuenta…",
    question: "¿Eliminar tu cuenta en {instance}?",
    takeFirst: "Descarga antes tus datos si quieres conservar algo. Después no se podrá recuperar nada.",
    typed: "Escribe tu dirección de correo, {email}, para continuar",
    mismatch: "Eso no es {email}.",
    confirm: "Eliminar para siempre",
    keep: "Conservar la cuenta",
    lastAdministrator: "Nadie más que tú administra esto. Dale antes ese papel a otra persona.",
    doneTitle: "Tu cuenta se ha eliminado",
    doneBody:
      "Se ha cerrado tu sesión. Si tu gestor de contraseñas aún muestra la llave de acceso, elimínala allí.",
    close: "Cerrar",
  },
  noScript: "Ambas cosas necesitan una llave de acceso, y las llaves de acceso necesitan JavaScript.",
};
