/** What to do about a field that was refused, by what is wrong with it. The API tells programs in its own words. */
import type { Translated } from "../../translated.ts";
import type { problems as english } from "../en/problems.ts";

export const problems: Translated<typeof english> = {
  missing: "Remplissez ce champ.",
  tooShort:
    "{minimum, plural, one {Utilisez au moins # caractère.} many {Utilisez au moins # caractères.} other {Utilisez au moins # caractères.}}",
  tooLong:
    "{maximum, plural, one {Utilisez au plus # caractère.} many {Utilisez au plus # caractères.} other {Utilisez au plus # caractères.}}",
  tooLow: "Saisissez {minimum, number} ou plus.",
  tooHigh: "Saisissez {maximum, number} ou moins.",
  tooFew:
    "{minimum, plural, one {Indiquez au moins # élément.} many {Indiquez au moins # éléments.} other {Indiquez au moins # éléments.}}",
  tooMany:
    "{maximum, plural, one {Indiquez au plus # élément.} many {Indiquez au plus # éléments.} other {Indiquez au plus # éléments.}}",
  number: "Saisissez un nombre.",
  wholeNumber: "Saisissez un nombre entier.",
  email: "Saisissez une adresse e-mail comme ana@example.com.",
  address: "Saisissez une adresse complète comme https://app.example.com.",
  https: "Commencez l’adresse par https://. Seul localhost peut être en http://.",
  scheme: "Commencez l’adresse par https://, ou par un schéma propre à l’application comme com.example.app.",
  noFragment: "Retirez ce qui commence par #.",
  noPassword: "Retirez le nom d’utilisateur et le mot de passe de l’adresse.",
  noWildcard: "Écrivez l’adresse sans *, ou autorisez d’abord les motifs pour cette application.",
  wildcardPlace: "Placez * devant au moins deux autres parties du nom d’hôte, et nulle part ailleurs.",
  normalForm:
    "Écrivez l’adresse sous sa forme habituelle : schéma et hôte en minuscules, sans le port par défaut.",
  sameOrigin: "Utilisez le schéma, l’hôte et le port de l’un des URI de redirection.",
  option: "Choisissez parmi ce qui est proposé.",
  date: "Saisissez un jour qui existe dans le calendrier, par exemple 1990-05-17.",
  timeZone: "Choisissez un fuseau horaire comme Europe/Zurich.",
  languageTag: "Saisissez un code de langue comme de-CH.",
  phone: "Saisissez le numéro avec l’indicatif du pays et sans espaces, par exemple +41441234567.",
  controlCharacters: "Retirez les retours à la ligne et les caractères invisibles.",
  groupName: "Utilisez de 1 à 64 lettres, chiffres, points, tirets, tirets bas et deux-points.",
  clientId: "Utilisez de 1 à 128 lettres, chiffres, points, tirets, tirets bas et tildes.",
  claimName:
    "Commencez par une lettre, et n’utilisez que des lettres, chiffres, tirets bas, points, deux-points, barres obliques, # et tirets.",
  claimReserved: "Prenez un autre nom : celui-ci a déjà un sens.",
  claimValue: "Saisissez un texte, un nombre, true ou false, ou une liste de textes.",
  scope: "Écrivez chaque scope en un seul mot.",
  repeated: "Indiquez chacun une seule fois.",
  taken: "C’est déjà pris. Choisissez autre chose.",
  reason: "Dites pourquoi.",
  unknown: "Ceci n’est pas connu ici. Rechargez la page.",
  other: "Cela ne convient pas ici. Modifiez-le et réessayez.",
};
