/** The first page of the account. */
import type { Translated } from "../../translated.ts";
import type { overview as english } from "../en/overview.ts";

export const overview: Translated<typeof english> = {
  attention: "Pour votre sécurité",
  advice: {
    counterTitle: "Vérifiez {passkey}",
    counterBody:
      "Son compteur n’a pas augmenté lors d’une connexion : elle a peut-être été copiée. Si vous ne savez pas pourquoi, supprimez-la et créez-en une autre.",
    counterAction: "Voir vos clés d’accès",
    passkeyAction: "Ajouter une clé d’accès",
    codesTitle: "Créez des codes de secours",
    codesBody:
      "Ils vous permettent d’entrer si toutes vos clés d’accès sont perdues. Gardez-les sur papier, loin de vos appareils.",
    codesLeftTitle:
      "{left, plural, one {Il ne reste que # code de secours} many {Il ne reste que # de codes de secours} other {Il ne reste que # codes de secours}}",
    codesLeftBody:
      "Créez-en de nouveaux avant d’utiliser le dernier. Les anciens codes ne seront alors plus valables.",
    codesAction: "Codes de secours",
    emailTitle: "Confirmez votre adresse e-mail",
    emailBody:
      "Les avis sur votre compte sont envoyés à {email}, et rien n’a encore montré que cette adresse est la vôtre.",
    emailAction: "Aller au profil",
  },
  apps: "Vos applications",
  appsEmpty: "Les applications que vous pouvez ouvrir avec ce compte apparaîtront ici.",
  used: "Utilisée {relative}",
  notUsed: "Pas encore utilisée",
  signIns: "Connexions récentes",
  allActivity: "Toute l’activité",
  glance: "En un coup d’œil",
  appCount:
    "{count, plural, one {# application a accès} many {# d’applications ont accès} other {# applications ont accès}}",
};
