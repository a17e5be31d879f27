/** The account's pages in the order of their navigation: whoever adds a page adds its line here. */
import {
  FileDown,
  History,
  House,
  LayoutGrid,
  LifeBuoy,
  type LucideIcon,
  MonitorSmartphone,
  ShieldCheck,
  UserRound,
  UsersRound,
} from "lucide-react";
import type { AccountArea } from "#components/account/account-navigation.tsx";
import { PasskeyIcon } from "#components/ui/passkey-icon.tsx";
import type { Translate } from "#lib/i18n/translator.ts";

const icon = (Icon: LucideIcon) => <Icon aria-hidden="true" size={18} className="shrink-0" />;

export function accountPages(
  t: Translate,
  { administers, manages }: { readonly administers: boolean; readonly manages: boolean },
): AccountArea[] {
  return [
    {
      pages: [
        { href: "/account", label: t("account.pages.overview"), icon: icon(House) },
        { href: "/account/apps", label: t("account.pages.apps"), icon: icon(LayoutGrid) },
      ],
    },
    {
      title: t("account.areas.security"),
      pages: [
        { href: "/account/passkeys", label: t("account.pages.passkeys"), icon: <PasskeyIcon /> },
        {
          href: "/account/recovery-codes",
          label: t("account.pages.recoveryCodes"),
          icon: icon(LifeBuoy),
        },
        { href: "/account/sessions", label: t("account.pages.sessions"), icon: icon(MonitorSmartphone) },
        { href: "/account/activity", label: t("account.pages.activity"), icon: icon(History) },
      ],
    },
    {
      title: t("account.areas.you"),
      pages: [
        { href: "/account/profile", label: t("profile.title"), icon: icon(UserRound) },
        { href: "/account/data", label: t("myData.title"), icon: icon(FileDown) },
      ],
    },
    ...(manages
      ? [{ pages: [{ href: "/account/groups", label: t("managedGroups.page"), icon: icon(UsersRound) }] }]
      : []),
    ...(administers
      ? [{ pages: [{ href: "/admin", label: t("admin.navLabel"), icon: icon(ShieldCheck) }] }]
      : []),
  ];
}
