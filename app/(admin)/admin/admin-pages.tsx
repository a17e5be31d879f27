/** The pages of the administration in the order of their navigation, each with what it takes to see it. */
import {
  AppWindow,
  Braces,
  FileKey,
  Gauge,
  Handshake,
  HeartPulse,
  KeyRound,
  type LucideIcon,
  Mail,
  MonitorSmartphone,
  Palette,
  ScrollText,
  ShieldCheck,
  Ticket,
  Users,
  UsersRound,
} from "lucide-react";
import type { AccountArea, AccountPageLink } from "#components/account/account-navigation.tsx";
import type { Translate } from "#lib/i18n/translator.ts";
import { type Permission, type Role, roleAllows } from "#lib/permissions/schema.ts";

const icon = (Icon: LucideIcon) => <Icon aria-hidden="true" size={16} className="shrink-0" />;

interface AdminPage extends AccountPageLink {
  readonly permission: Permission;
}

/** Whoever adds a page adds its line here. */
function allPages(t: Translate): { readonly title?: string; readonly pages: readonly AdminPage[] }[] {
  return [
    {
      pages: [
        {
          href: "/admin",
          label: t("admin.pages.overview"),
          icon: icon(Gauge),
          permission: "users.read",
        },
      ],
    },
    {
      title: t("admin.areas.people"),
      pages: [
        {
          href: "/admin/users",
          label: t("admin.pages.users"),
          icon: icon(Users),
          permission: "users.read",
        },
        {
          href: "/admin/passkeys",
          label: t("admin.pages.credentials"),
          icon: icon(KeyRound),
          permission: "credentials.read",
        },
        {
          href: "/admin/groups",
          label: t("admin.pages.groups"),
          icon: icon(UsersRound),
          permission: "groups.read",
        },
        {
          href: "/admin/invitations",
          label: t("admin.pages.invitations"),
          icon: icon(Ticket),
          permission: "invitations.read",
        },
      ],
    },
    {
      title: t("admin.areas.apps"),
      pages: [
        {
          href: "/admin/clients",
          label: t("admin.pages.clients"),
          icon: icon(AppWindow),
          permission: "clients.read",
        },
        {
          href: "/admin/consents",
          label: t("admin.pages.consents"),
          icon: icon(Handshake),
          permission: "consents.read",
        },
      ],
    },
    {
      title: t("admin.areas.activity"),
      pages: [
        {
          href: "/admin/sessions",
          label: t("admin.pages.sessions"),
          icon: icon(MonitorSmartphone),
          permission: "sessions.read",
        },
        {
          href: "/admin/audit",
          label: t("admin.pages.audit"),
          icon: icon(ScrollText),
          permission: "audit.read",
        },
      ],
    },
    {
      title: t("admin.areas.system"),
      pages: [
        {
          href: "/admin/policy",
          label: t("admin.pages.policy"),
          icon: icon(ShieldCheck),
          permission: "settings.read",
        },
        {
          href: "/admin/branding",
          label: t("admin.pages.branding"),
          icon: icon(Palette),
          permission: "settings.read",
        },
        {
          href: "/admin/mail",
          label: t("admin.pages.mail"),
          icon: icon(Mail),
          permission: "settings.read",
        },
        {
          href: "/admin/signing-keys",
          label: t("admin.pages.keys"),
          icon: icon(FileKey),
          permission: "signing_keys.read",
        },
        {
          href: "/admin/api-keys",
          label: t("admin.pages.apiKeys"),
          icon: icon(Braces),
          permission: "api_keys.read",
        },
        {
          href: "/admin/health",
          label: t("admin.pages.health"),
          icon: icon(HeartPulse),
          permission: "health.read",
        },
      ],
    },
  ];
}

/** Those that somebody of this role may see. */
export function adminPages(t: Translate, role: Role): AccountArea[] {
  return allPages(t)
    .map((area) => ({ ...area, pages: area.pages.filter(({ permission }) => roleAllows(role, permission)) }))
    .filter(({ pages }) => pages.length > 0);
}
