/** Le nom et l’apparence de l’instance. */
import type { Translated } from "../../translated.ts";
import type { adminBranding as english } from "../en/admin-branding.ts";

export const adminBranding: Translated<typeof english> = {
  title: "Apparence",
  lead: "Le nom et l’apparence de cette instance : sur ses pages et dans ses e-mails.",
  names: "Nom et aide",
  name: "Nom",
  nameHint:
    "Sur les pages et dans les e-mails. Vide : {name}. Les clés d’accès gardent le nom avec lequel elles ont été créées ; leurs fournisseurs continuent donc d’afficher {name}.",
  supportName: "À qui s’adresser",
  supportNameHint: "Par exemple : service informatique, bureau 12.",
  supportAddress: "Où s’adresser",
  supportAddressHint: "Une adresse e-mail, ou une page qui commence par https://.",
  colors: "Couleurs et forme",
  accent: "Couleur d’accent",
  accentHint:
    "Par exemple #2a6f97. La teinte est conservée ; la clarté dépend du thème, pour que tout reste lisible. Vide : comme à l’origine.",
  pick: "Choisir : {field}",
  background: "Derrière la carte",
  backgrounds: {
    none: "Rien",
    color: "Une couleur",
    image: "Une image",
  },
  imageFirst: "Envoyez d’abord une image d’arrière-plan, plus bas.",
  backgroundColor: "Couleur d’arrière-plan",
  backgroundColorHint: "La teinte est conservée, dans un ton sur lequel le texte reste lisible.",
  corners: "Coins",
  cornerStyles: {
    square: "Carrés",
    slight: "Légèrement arrondis",
    regular: "Arrondis",
    round: "Très arrondis",
  },
  links: "Liens en bas de page",
  linksLead:
    "Cinq au plus, comme la confidentialité ou les mentions légales. Chaque adresse commence par https://.",
  linkLabel: "Texte du lien {number}",
  linkUrl: "Adresse du lien {number}",
  pictures: "Images",
  picturesLead:
    "PNG, JPEG, WebP, GIF, AVIF ou SVG. Chacune est redessinée et conservée ici ; un SVG devient des pixels. Les envois prennent effet aussitôt.",
  slots: {
    logo_light: "Logo des pages claires",
    logo_dark: "Logo des pages sombres",
    icon: "Icône",
    mail_logo: "Logo des e-mails",
    background: "Image d’arrière-plan",
  },
  slotHints: {
    logo_light: "Remplace le signe et le nom. Large et sans marge.",
    logo_dark: "À défaut, le logo clair est posé sur du blanc.",
    icon: "Carrée. Dans l’onglet du navigateur, et à côté du nom s’il n’y a pas de logo.",
    mail_logo: "Sur blanc comme sur sombre. Chargé depuis cette adresse à l’ouverture d’un e-mail.",
    background: "Derrière la carte, au moins 1600 pixels de large. Jusqu’à 10 Mio.",
  },
  choose: "Choisir un fichier",
  replace: "Remplacer",
  send: "Envoyer",
  remove: "Supprimer",
  nameOf: "{action} : {slot}",
  none: "Aucune pour l’instant",
  sending: "Envoi en cours…",
  drawing: "Nouveau tracé en cours…",
  uploaded: "Envoyée.",
  removed: "Supprimée.",
  preview: "Aperçu",
  previewLead: "Tel que le formulaire le décrit, enregistré ou non.",
  previewOf: {
    light: "Connexion dans le thème clair",
    dark: "Connexion dans le thème sombre",
  },
  reset: "Réinitialiser",
  resetLead: "Tout reprend son apparence d’origine, et toutes les images sont supprimées.",
  resetTitle: "Réinitialiser l’apparence ?",
  resetBody:
    "Le nom, les couleurs, les liens et l’aide sont vidés et toutes les images supprimées. C’est irréversible.",
  resetDone: "Réinitialisé.",
  appLogo: {
    title: "Logo",
    lead: "Affiché quand on se connecte à cette application, quand on l’autorise, et dans les listes d’applications.",
    hint: "Carré, sur blanc. À défaut, l’initiale du nom représente l’application.",
    fetch: "Charger celui qu’indique l’application",
  },
};
