/** The account pages, for whoever is signed in. */
import type { ReactNode } from "react";
import { AccountNavigation } from "#components/account/account-navigation.tsx";
import { AccountShell } from "#components/account/account-shell.tsx";
import { BrandLinks } from "#components/ui/brand-links.tsx";
import { listManagedGroups } from "#lib/groups/managers/list-managed-groups.ts";
import { seesAdministration } from "#lib/permissions/schema.ts";
import { isRecovered } from "#lib/sessions/check-may-add-passkey.ts";
import { ownPicture } from "../../own-picture.ts";
import { pageBrandView } from "../../page-brand.ts";
import { pageLanguage, signedInPageContext } from "../../page-context.ts";
import { ThemeChoice } from "../../theme-choice.tsx";
import { accountPages } from "./account-pages.tsx";
import { RecoveredBanner } from "./recovered-banner.tsx";

export default async function AccountLayout({ children }: { children: ReactNode }) {
  const ctx = await signedInPageContext("/account");
  const { actor, config } = ctx;
  const { t } = await pageLanguage();
  const brand = await pageBrandView();
  const administers = seesAdministration(actor.role) && actor.method === "passkey";
  const manages = (await listManagedGroups(ctx)).length > 0;
  return (
    <AccountShell
      brand={brand}
      skipLabel={t("common.skipToContent")}
      person={{ displayName: actor.displayName, picture: ownPicture(actor.picture, config.baseUrl) }}
      personHref="/account/profile"
      signOutLabel={t("account.signOut")}
      navigation={
        <AccountNavigation label={t("account.navLabel")} areas={accountPages(t, { administers, manages })} />
      }
      links={
        <BrandLinks
          align="start"
          brand={brand}
          words={{ links: t("common.footerLinks"), help: t("common.help") }}
        />
      }
      themeSwitch={<ThemeChoice />}
    >
      {isRecovered(actor) ? <RecoveredBanner t={t} /> : null}
      {children}
    </AccountShell>
  );
}
