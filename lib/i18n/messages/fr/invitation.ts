/** Signing up by invitation. */
import type { Translated } from "../../translated.ts";
import type { invitation as english } from "../en/invitation.ts";

export const invitation: Translated<typeof english> = {
  title: "Votre invitation à {instance}",
  lead: "Créez votre compte. Votre appareil crée la clé ; votre empreinte ou votre visage ne le quittent jamais.",
  from: "{name} vous invite.",
  until: "L’invitation est valable jusqu’au <when></when>.",
  emailHint: "L’invitation est pour cette adresse.",
  invalidTitle: "Cette invitation ne fonctionne pas",
  invalidBody:
    "Elle a été utilisée ou retirée, ou elle a expiré. Demandez-en une nouvelle à la personne qui vous a invité.",
  doneAlready: "Si vous avez déjà créé votre compte avec elle, connectez-vous.",
};
