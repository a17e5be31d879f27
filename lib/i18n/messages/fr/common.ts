/** What several screens say. */
import type { Translated } from "../../translated.ts";
import type { common as english } from "../en/common.ts";

export const common: Translated<typeof english> = {
  backToSignIn: "Retour à la connexion",
  email: "Adresse e-mail",
  emailExample: "ana@example.com",
  expiredRequest: "Cette demande a expiré",
  expiredRequestBody:
    "Elle est restée ouverte trop longtemps, ou une réponse a déjà été donnée. Revenez à l’application et recommencez.",
  footerLinks: "Liens",
  help: "Aide :",
  noScriptTitle: "JavaScript est désactivé",
  noScript:
    "Les clés d’accès ont besoin de JavaScript : c’est par lui que le navigateur parle à votre appareil. Activez-le pour cette adresse, puis rechargez la page.",
  skipToContent: "Aller au contenu",
};
