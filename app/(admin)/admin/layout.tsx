/** The administration, for whoever may see anything of it. */
import { notFound, redirect } from "next/navigation";
import type { ReactNode } from "react";
import { AccountNavigation } from "#components/account/account-navigation.tsx";
import { AdminShell } from "#components/admin/admin-shell.tsx";
import { seesAdministration } from "#lib/permissions/schema.ts";
import { ownPicture } from "../../own-picture.ts";
import { pageBrandView } from "../../page-brand.ts";
import { pageContext, pageLanguage, signInBefore } from "../../page-context.ts";
import { ThemeChoice } from "../../theme-choice.tsx";
import { adminPages } from "./admin-pages.tsx";
import { Palette, ShortcutHelp } from "./reach.tsx";

export default async function AdminLayout({ children }: { children: ReactNode }) {
  const { actor, config, userAgent } = await pageContext();
  if (actor.type !== "user") redirect(await signInBefore("/admin"));
  if (!seesAdministration(actor.role)) notFound();
  // Who came back in some weaker way adds a passkey first.
  if (actor.method !== "passkey") redirect("/account");
  const { t } = await pageLanguage();
  const areas = adminPages(t, actor.role);
  return (
    <AdminShell
      brand={await pageBrandView()}
      skipLabel={t("common.skipToContent")}
      person={{ displayName: actor.displayName, picture: ownPicture(actor.picture, config.baseUrl) }}
      accountLabel={t("admin.account")}
      navigation={<AccountNavigation label={t("admin.navLabel")} areas={areas} />}
      palette={<Palette areas={areas} t={t} userAgent={userAgent} />}
      footer={
        <>
          <ShortcutHelp t={t} userAgent={userAgent} />
          <ThemeChoice />
        </>
      }
    >
      {children}
    </AdminShell>
  );
}
