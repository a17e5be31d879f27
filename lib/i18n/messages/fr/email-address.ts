/** A person's e-mail address: having it checked, and changing to another one. */
import type { Translated } from "../../translated.ts";
import type { emailAddress as english } from "../en/email-address.ts";

export const emailAddress: Translated<typeof english> = {
  lead: "Votre nom d’utilisateur ici, et là où vont les e-mails. Des applications peuvent vous reconnaître à elle.",
  confirmed: "Confirmée",
  unconfirmed: "Non confirmée",
  verify: "Envoyer un lien de confirmation",
  pendingVerify:
    "Nous avons envoyé un lien à {email}. Ouvrez-le dans la journée, dans un navigateur où vous êtes connecté.",
  pendingChange:
    "Nous avons envoyé un lien à {email}. Ouvrez-le dans la journée, dans un navigateur où vous êtes connecté. D’ici là, votre adresse reste la même.",
  withdraw: "Y renoncer",
  withdrawn: "C’est noté. Le lien dans l’e-mail ne fonctionne plus.",
  change: "Utiliser une autre adresse",
  newLabel: "Nouvelle adresse e-mail",
  send: "Envoyer le lien",
  confirmHint: "Vous confirmerez d’abord que c’est bien vous, avec une clé d’accès.",
  sent: "Envoyé. Regardez votre boîte de réception.",
  same: "C’est déjà votre adresse, et elle est confirmée.",
  noMail:
    "Aucun e-mail n’est envoyé d’ici : seul un administrateur peut changer l’adresse. Adressez-vous aux responsables de {instance}.",
  changed: "Votre adresse e-mail est maintenant {email}.",
  verified: "{email} est confirmée.",
  page: {
    title: "Confirmez votre adresse",
    change: "Elle devient l’adresse e-mail de votre compte, à la place de {old}.",
    verify: "C’est l’adresse e-mail de votre compte.",
    account: "Connecté en tant que",
    confirm: "Confirmer",
    later: "Pas maintenant",
    deadTitle: "Ce lien ne fonctionne pas",
    deadBody:
      "Il a été utilisé ou remplacé, ou il date de plus d’un jour. Vous pouvez en demander un nouveau dans votre profil.",
    toProfile: "Vers votre profil",
    foreignTitle: "Ce lien concerne un autre compte",
    foreignBody:
      "Si vous l’avez demandé, connectez-vous avec le compte concerné. Sinon, fermez cette page : rien ne se passe.",
    switch: "Utiliser un autre compte",
    takenTitle: "Cette adresse est déjà prise",
    takenBody: "Un autre compte l’utilise ici. Connectez-vous à celui-là, ou changez d’abord son adresse.",
  },
};
