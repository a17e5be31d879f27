/** Mails. Plain text: the same words make both parts of a mail. */
import type { Translated } from "../../translated.ts";
import type { mail as english } from "../en/mail.ts";

export const mail: Translated<typeof english> = {
  greeting: "Bonjour {name},",
  because: "Vous recevez cet e-mail parce que vous avez un compte chez {instance}.",
  becauseNoAccount: "Vous recevez cet e-mail parce que quelqu’un a saisi votre adresse chez {instance}.",
  unanswered: "Personne ne lit les réponses à cet e-mail.",
  linkInFull: "Si le bouton ne réagit pas, ouvrez cette adresse dans votre navigateur :",
  linkWorks: "Le lien fonctionne une seule fois, dans un délai de {time}.",
  ask: "Si vous n’avez rien demandé, ignorez cet e-mail : rien ne change.",
  minutes: "{count, plural, one {# minute} many {# de minutes} other {# minutes}}",
  hours: "{count, plural, one {# heure} many {# d’heures} other {# heures}}",
  days: "{count, plural, one {# jour} many {# de jours} other {# jours}}",
  fact: "{label} : {value}",
  when: "Quand",
  device: "Appareil",
  address: "Adresse",
  browserOn: "{browser} sur {system}",
  unknownDevice: "inconnu",
  seePasskeys: "Voir vos clés d’accès",
  you: "Si c’était vous, il n’y a rien à faire.",
  notYou:
    "Si ce n’était pas vous : connectez-vous, supprimez les clés d’accès que vous ne connaissez pas, mettez fin à toutes les autres sessions et prévenez les responsables de {instance}.",
  notYouTell:
    "Si ce n’était pas vous, quelqu’un d’autre est peut-être dans votre compte : prévenez tout de suite les responsables de {instance}.",
  without: {
    notices:
      "Personne n’est averti par e-mail des nouvelles clés d’accès, des nouvelles connexions et des récupérations.",
    addresses: "Personne ne peut confirmer ni changer son adresse e-mail.",
    links: "Les invitations et les liens de retour ne sont pas envoyés : qui les crée les transmet.",
    signInLinks: "Personne ne peut demander de lien de connexion.",
  },
  verifyEmail: {
    subject: "Confirmez votre adresse e-mail pour {instance}",
    title: "Confirmez votre adresse e-mail",
    body: "Confirmez que cette adresse est la vôtre, afin que {instance} puisse vous joindre.",
    changeBody:
      "Confirmez que cette adresse est la vôtre. Elle remplacera alors celle de votre compte chez {instance}.",
    action: "Confirmer l’adresse",
  },
  emailChangeRequested: {
    subject: "Votre adresse e-mail chez {instance} va être modifiée",
    title: "Une autre adresse e-mail",
    body: "Une autre adresse e-mail a été demandée depuis votre compte chez {instance}. Rien n’a encore changé : la nouvelle adresse doit d’abord être confirmée.",
  },
  emailChanged: {
    subject: "Votre adresse e-mail chez {instance} a été modifiée",
    title: "Votre adresse e-mail a été modifiée",
    body: "Votre compte chez {instance} a maintenant une autre adresse e-mail. Les messages y sont envoyés désormais ; celui-ci est le dernier à cette adresse.",
  },
  invitation: {
    subject: "Votre invitation à {instance}",
    title: "Votre invitation à {instance}",
    bodyFrom: "{name} vous invite à ouvrir un compte chez {instance}.",
    body: "Vous êtes invité à ouvrir un compte chez {instance}.",
    noPassword:
      "Il n’y a pas de mot de passe à inventer : votre téléphone, votre ordinateur ou une clé de sécurité crée une clé d’accès, et vous vous connectez avec votre empreinte, votre visage ou votre code PIN.",
    action: "Créer votre compte",
    expires: "L’invitation est valable pendant {time}.",
    unexpected: "Si vous ne l’attendiez pas, ignorez cet e-mail.",
  },
  recoveryLink: {
    subject: "Votre lien pour revenir dans {instance}",
    title: "Votre lien pour revenir",
    body: "L’administration de {instance} a créé ce lien pour vous. Il ouvre votre compte une fois, afin que vous puissiez ajouter une clé d’accès.",
    action: "Ouvrir votre compte",
    secret:
      "Toute personne qui a le lien peut ouvrir votre compte : ne le transmettez à personne. Si vous ne l’attendiez pas, prévenez les responsables de {instance}.",
  },
  signInLink: {
    subject: "Votre lien de connexion pour {instance}",
    title: "Votre lien de connexion",
    body: "Quelqu’un a demandé un lien pour se connecter à votre compte chez {instance} :",
    action: "Se connecter",
    notYou:
      "Si ce n’était pas vous, ignorez cet e-mail : sans le lien, personne n’entre. Ne le transmettez jamais, quelle que soit la personne qui le demande.",
  },
  passkeyAdded: {
    subject: "Une clé d’accès a été ajoutée à votre compte chez {instance}",
    title: "Une clé d’accès a été ajoutée",
    body: "La clé d’accès « {passkey} » ouvre désormais votre compte.",
  },
  passkeyRemoved: {
    subject: "Une clé d’accès de votre compte chez {instance} a été supprimée",
    title: "Une clé d’accès a été supprimée",
    body: "La clé d’accès « {passkey} » n’ouvre plus votre compte, et les navigateurs qu’elle avait connectés sont déconnectés.",
  },
  passkeyRevoked: {
    subject: "Une clé d’accès de votre compte chez {instance} a été révoquée",
    title: "Une clé d’accès a été révoquée",
    body: "L’administration a révoqué la clé d’accès « {passkey} ». Elle n’ouvre plus votre compte, et les navigateurs qu’elle avait connectés sont déconnectés.",
    help: "Utilisez une autre clé d’accès. Si vous n’en avez pas, ou si vous ne savez pas pourquoi cela est arrivé, adressez-vous aux responsables de {instance}.",
  },
  newSignIn: {
    subject: "Nouvelle connexion à votre compte chez {instance}",
    title: "Nouvelle connexion",
    body: "Quelqu’un s’est connecté à votre compte depuis un appareil ou un réseau qui n’avait pas encore servi.",
  },
  recoveryUsed: {
    subject: "Votre compte chez {instance} a été ouvert sans clé d’accès",
    title: "Ouvert sans clé d’accès",
    recovery_code: "Votre compte a été ouvert avec l’un de vos codes de secours.",
    recovery_link: "Votre compte a été ouvert avec un lien créé par l’administration.",
    sign_in_link: "Votre compte a été ouvert avec un lien qui vous a été envoyé par e-mail.",
    device_approval:
      "Votre compte a été ouvert sur un appareil qui a été admis depuis un autre de vos appareils.",
  },
  recoveryCodesMade: {
    subject: "Nouveaux codes de secours pour votre compte chez {instance}",
    title: "Nouveaux codes de secours",
    body: "De nouveaux codes de secours ont été créés pour votre compte. Ceux que vous aviez ne fonctionnent plus.",
  },
  counterRegressed: {
    subject: "Votre clé d’accès a peut-être été copiée",
    title: "Votre clé d’accès a peut-être été copiée",
    body: "Votre clé d’accès « {passkey} » pour {instance} a été utilisée, et son compteur n’avait pas augmenté depuis la dernière fois. Les authentificateurs comptent leurs utilisations : il en existe donc peut-être une copie. Il peut aussi s’agir d’un défaut de l’appareil.",
    letIn: "La connexion a été acceptée.",
    refused: "La connexion a été refusée.",
    notYou:
      "Si ce n’était pas vous : connectez-vous avec une autre clé d’accès, supprimez celle-ci et prévenez les responsables de {instance}.",
    you: "Si c’était vous : ajoutez une autre clé d’accès sur un autre appareil ou une clé de sécurité, et supprimez celle-ci.",
    again: "Vous recevez au plus un e-mail de ce genre par jour et par clé d’accès.",
  },
  accountDeleted: {
    subject: "Votre compte chez {instance} a été supprimé",
    title: "Votre compte a été supprimé",
    body: "Vous avez supprimé votre compte chez {instance}. Vos clés d’accès et ce que l’on savait de vous n’existent plus, et ceci est le dernier e-mail.",
    byAdministrator:
      "L’administration a supprimé votre compte chez {instance}. Vos clés d’accès et ce que l’on savait de vous n’existent plus, et ceci est le dernier e-mail.",
    wrong: "C’est irréversible. Si vous ne le vouliez pas, prévenez les responsables de {instance}.",
  },
  test: {
    subject: "Un e-mail de test de {instance}",
    title: "Les e-mails arrivent",
    body: "Ceci est un test. {instance} peut envoyer des e-mails.",
  },
};
