/** The account pages, for whoever is signed in. */
import type { ReactNode } from "react";
import { AccountShell } from "#components/account/account-shell.tsx";
import { pageLanguage, signedInPageContext } from "../../page-context.ts";
import { ThemeChoice } from "../../theme-choice.tsx";

export default async function AccountLayout({ children }: { children: ReactNode }) {
  const { actor, config } = await signedInPageContext("/account");
  const { t } = await pageLanguage();
  return (
    <AccountShell
      brand={config.rpName}
      skipLabel={t("common.skipToContent")}
      navigationLabel={t("account.navLabel")}
      navigation={[{ href: "/account", label: t("account.overview"), current: true }]}
      person={actor}
      signOutLabel={t("account.signOut")}
      themeSwitch={<ThemeChoice />}
    >
      {children}
    </AccountShell>
  );
}
