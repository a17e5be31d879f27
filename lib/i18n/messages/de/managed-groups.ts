/** Groups that somebody manages without being an administrator. */
import type { Translated } from "../../translated.ts";
import type { managedGroups as english } from "../en/managed-groups.ts";

export const managedGroups: Translated<typeof english> = {
  page: "Deine Gruppen",
  title: "Gruppen, die du verwaltest",
  lead: "Du nimmst Leute in diese Gruppen auf und nimmst sie wieder heraus.",
  none: "Du verwaltest keine Gruppe.",
  count: "{count, plural, one {# Mitglied} other {# Mitglieder}}",
  membersLead: "Wer darin ist, darf sofort, was die Gruppe ihren Mitgliedern erlaubt.",
  back: "Alle Gruppen, die du verwaltest",
  empty: "Noch ist niemand darin.",
  add: "In die Gruppe aufnehmen",
  email: "E-Mail-Adresse",
  emailHint: "Die ganze Adresse, mit der die Person sich anmeldet.",
  added: "Aufgenommen.",
  remove: "Entfernen",
  removeNamed: "{name} entfernen",
  removeTitle: "{name} aus der Gruppe nehmen?",
  removeBody: "Was die Gruppe ihren Mitgliedern erlaubt, endet für die Person sofort.",
  removed: "Entfernt.",
  since: "Mitglied seit",
  more: "Mehr zeigen",
  managers: "Verwaltung",
  managersLead:
    "Diese Leute nehmen andere in die Gruppe auf und wieder heraus, ohne Administratoren zu sein.",
  managersNone: "Nur Administratoren ändern, wer darin ist.",
  addManager: "Verwalten lassen",
  removeManager: "Entziehen",
  removeManagerNamed: "{name} die Gruppe nicht mehr verwalten lassen",
  removeManagerTitle: "{name} die Gruppe nicht mehr verwalten lassen?",
  removeManagerBody: "Wer in der Gruppe ist, bleibt, wie es ist.",
};
