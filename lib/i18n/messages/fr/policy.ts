/** Which kinds of authenticators will do. */
import type { Translated } from "../../translated.ts";
import type { policy as english } from "../en/policy.ts";

export const policy: Translated<typeof english> = {
  notAllowed: "Ce type d’authentificateur n’est pas autorisé ici.",
  useModels: "Utilisez {models}.",
  anotherModel: "un autre modèle approuvé",
  useApproved: "Utilisez un modèle approuvé par votre administration.",
  useAnotherModel: "Utilisez un autre modèle.",
  useDeviceBound:
    "Utilisez une clé de sécurité ou un autre authentificateur qui garde la clé d’accès sur un seul appareil.",
  mustProve:
    "Il doit pouvoir prouver son modèle, et le navigateur doit être autorisé à transmettre cette preuve.",
  mustVerify: "Il doit vérifier votre empreinte, votre visage ou votre code PIN.",
  nothingWillDo:
    "Selon les règles qui s’appliquent à vous, aucun ne convient. Adressez-vous à votre administration.",
  brokenModel:
    "L’authentificateur {name} est connu pour ne pas être sûr et n’est plus accepté. Utilisez un autre modèle.",
  brokenUnnamedModel:
    "Ce modèle d’authentificateur est connu pour ne pas être sûr et n’est plus accepté. Utilisez un autre modèle.",
};
