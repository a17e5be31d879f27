/** Which kinds of authenticators will do. */
import type { Translated } from "../../translated.ts";
import type { policy as english } from "../en/policy.ts";

export const policy: Translated<typeof english> = {
  notAllowed: "Este tipo de autenticador no se permite aquí.",
  useModels: "Usa {models}.",
  anotherModel: "otro modelo aprobado",
  useApproved: "Usa un modelo que haya aprobado tu administración.",
  useAnotherModel: "Usa otro modelo.",
  useDeviceBound:
    "Usa una llave de seguridad u otro autenticador que guarde la llave de acceso en un solo dispositivo.",
  mustProve: "Debe poder demostrar qué modelo es, y el navegador debe tener permiso para transmitirlo.",
  mustVerify: "Debe comprobar tu huella, tu cara o tu PIN.",
  nothingWillDo: "Con las reglas que se te aplican no sirve ninguno. Pregunta a tu administración.",
  brokenModel: "Se sabe que el autenticador {name} no es seguro y ya no se acepta. Usa otro modelo.",
  brokenUnnamedModel:
    "Se sabe que este modelo de autenticador no es seguro y ya no se acepta. Usa otro modelo.",
};
