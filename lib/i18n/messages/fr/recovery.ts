/** Ways back in without a passkey, and the page on which they end. */
import type { Translated } from "../../translated.ts";
import type { recovery as english } from "../en/recovery.ts";

export const recovery: Translated<typeof english> = {
  byCode: "Utiliser un code de secours",
  byMail: "Recevoir un lien par e-mail",
  codeTitle: "Utiliser un code de secours",
  codeLead:
    "Si vous ne pouvez utiliser aucune de vos clés d’accès, l’un des codes que vous avez conservés vous permet de revenir.",
  code: "Code de secours",
  codeHint: "Vingt lettres et chiffres. Les majuscules et les tirets n’ont pas d’importance.",
  codeProblem: "Ce code ne fonctionne pas. Comparez-le à votre liste : chacun sert une seule fois.",
  continue: "Continuer",
  noCodes: "Pas de code ? Demandez aux responsables de {instance} un lien qui vous permette de revenir.",
  mailTitle: "Recevoir un lien par e-mail",
  mailLead:
    "Nous envoyons un lien à l’adresse de votre compte. Il fonctionne une fois, pendant 15 minutes, et uniquement dans ce navigateur.",
  mailHint: "Seules les adresses confirmées reçoivent un lien.",
  mailProblem: "Saisissez une adresse e-mail, par exemple ana@example.com.",
  mailButton: "Envoyer le lien",
  sentTitle: "Regardez votre boîte de réception",
  sentBody:
    "Si l’adresse est celle d’un compte qui peut se connecter ainsi, un lien est en route. Ouvrez-le dans ce navigateur dans les 15 minutes.",
  sentHelp:
    "Rien ? Regardez dans les indésirables. Les comptes qui ont des droits particuliers ne reçoivent pas de lien, ni les adresses jamais confirmées.",
  linkTitle: "Se connecter à ce compte ?",
  linkLead: "Ce lien ouvre un compte, une seule fois :",
  linkWarning:
    "Ne continuez que si ce compte est le vôtre. Si quelqu’un d’autre vous a envoyé le lien, c’est peut-être un piège.",
  linkButton: "Se connecter",
  linkCancel: "Ne pas se connecter",
  deadTitle: "Ce lien ne fonctionne pas",
  deadBody: "Il a déjà servi, un lien plus récent l’a remplacé, ou il a expiré.",
  deadAsk: "Demandez-en un nouveau aux responsables de {instance}.",
  mailAgain: "Recevoir un nouveau lien",
  otherBrowserTitle: "Ouvrez le lien là où vous l’avez demandé",
  otherBrowserBody:
    "Pour votre sécurité, il ne fonctionne que dans le navigateur où vous l’avez demandé. Copiez-y l’adresse du lien. Si vous ne l’avez pas demandé, fermez cette page.",
  inTitle: "Vous êtes de retour",
  inLead: "Ajoutez une clé d’accès maintenant : vous n’aurez plus à passer par là.",
  inAs: "Connecté en tant que {name}",
  add: "Ajouter une clé d’accès",
  addHint: "Votre navigateur demande où la garder. Vous pouvez le faire ici pendant dix minutes.",
  confirmExisting: "Utiliser la clé d’accès de cet appareil",
  skip: "Continuer sans clé d’accès",
  skipHint:
    "Sur l’ordinateur de quelqu’un d’autre, n’en ajoutez pas : continuez sans, puis déconnectez-vous. Vous restez connecté une heure au plus.",
  lateTitle: "Le délai pour ajouter une clé d’accès est écoulé",
  lateBody:
    "C’est possible dans les dix minutes qui suivent votre retour. Pour en ajouter une, revenez encore une fois.",
  addedTitle: "Clé d’accès ajoutée",
  addedBody: "Enregistrée sous le nom « {name} ». Elle ouvre désormais votre compte.",
  confirmedTitle: "C’est bien vous",
  confirmedBody: "Cet appareil a encore une clé d’accès pour vous.",
  lostTitle: "Avez-vous perdu un appareil ?",
  lostBody:
    "La personne qui l’a est peut-être encore connectée. Déconnectez-vous partout ailleurs et supprimez les clés d’accès que vous n’avez plus.",
  endOthers:
    "{count, plural, one {Mettre fin à # autre session} many {Mettre fin à # d’autres sessions} other {Mettre fin à # autres sessions}}",
  endedOthers: "Vous êtes déconnecté partout sauf ici.",
  noOthers: "Vous n’êtes connecté nulle part ailleurs.",
  seePasskeys: "Voir vos clés d’accès",
  codesLeft:
    "{count, plural, =0 {C’était votre dernier code de secours.} one {Il vous reste # code de secours.} many {Il vous reste # de codes de secours.} other {Il vous reste # codes de secours.}}",
  noCodesYet: "Les codes de secours vous permettent de revenir sans rien demander à personne.",
  bannerTitle: "Vous êtes entré sans clé d’accès",
  bannerBody:
    "Tant qu’aucune n’est utilisée ici, rien d’important ne peut être modifié, et vous serez déconnecté dans l’heure.",
};
