/** A passkey of this device's own, offered after a sign-in with one from elsewhere. */
import type { Translated } from "../../translated.ts";
import type { thisDevice as english } from "../en/this-device.ts";

export const thisDevice: Translated<typeof english> = {
  title: "Ajouter une clé d’accès sur cet appareil ?",
  lead: "Vous êtes connecté, grâce à une clé d’accès d’un autre appareil. Avec une clé ici, vous n’en aurez plus besoin la prochaine fois.",
  own: "Uniquement sur un appareil à vous : quiconque peut le déverrouiller pourrait se connecter à votre place.",
  add: "Ajouter une clé d’accès ici",
  hint: "La question ne sera plus posée dans ce navigateur pendant 30 jours.",
  notNow: "Pas maintenant",
};
