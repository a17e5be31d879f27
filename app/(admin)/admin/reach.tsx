/** The ways through the administration by keyboard, with their words. */
import type { AccountArea } from "#components/account/account-navigation.tsx";
import { CommandPalette } from "#components/admin/command-palette.tsx";
import { KeyboardHelp } from "#components/admin/keyboard-help.tsx";
import type { Translate } from "#lib/i18n/translator.ts";
import { findJumpTargets } from "./actions.ts";

interface ReachProps {
  readonly t: Translate;
  readonly userAgent: string | undefined;
}

export function Palette({ areas, t, userAgent }: ReachProps & { readonly areas: readonly AccountArea[] }) {
  return (
    <CommandPalette
      label={t("adminReach.palette.open")}
      shortcut={shortcutOf(userAgent).join(" ")}
      pages={areas.flatMap(({ title = "", pages }) =>
        pages.map(({ href, label }) => ({ href, label, area: title })),
      )}
      find={findJumpTargets}
      words={{
        title: t("adminReach.palette.title"),
        placeholder: t("adminReach.palette.placeholder"),
        close: t("admin.bulk.close"),
        pages: t("admin.list.pages"),
        people: t("admin.areas.people"),
        groups: t("admin.pages.groups"),
        apps: t("admin.areas.apps"),
        none: t("adminReach.palette.none"),
        searching: t("adminReach.palette.searching"),
        found: t("adminReach.palette.found", { count: "{count}" }),
        failed: t("adminReach.palette.failed"),
      }}
    />
  );
}

export function ShortcutHelp({ t, userAgent }: ReachProps) {
  return (
    <KeyboardHelp
      words={{
        button: t("adminReach.keys.button"),
        title: t("adminReach.keys.title"),
        lead: t("adminReach.keys.lead"),
        use: t("adminReach.keys.use"),
        close: t("admin.bulk.close"),
      }}
      keys={[
        { keys: ["/"], does: t("adminReach.keys.search") },
        { keys: ["j", "k"], does: t("adminReach.keys.move") },
        { keys: ["x"], does: t("adminReach.keys.select") },
        { keys: ["Enter"], does: t("adminReach.keys.open") },
        { keys: ["?"], does: t("adminReach.keys.help") },
        { keys: shortcutOf(userAgent), does: t("adminReach.keys.palette") },
      ]}
    />
  );
}

/** As it is written on the keys in front of whoever asks. */
function shortcutOf(userAgent: string | undefined): string[] {
  return /\b(Macintosh|iPad|iPhone)\b/.test(userAgent ?? "") ? ["⌘", "K"] : ["Ctrl", "K"];
}
