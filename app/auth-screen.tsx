/** The frame of every page with one question, with what this instance puts around it. */
import type { ReactNode } from "react";
import { AuthPage } from "#components/ui/auth-page.tsx";
import { pageBrandView } from "./page-brand.ts";
import { pageLanguage } from "./page-context.ts";
import { ThemeChoice } from "./theme-choice.tsx";

interface AuthScreenProps {
  readonly keyline?: "done" | "failed";
  readonly children: ReactNode;
  readonly below?: ReactNode;
}

export async function AuthScreen(props: AuthScreenProps) {
  const { t } = await pageLanguage();
  return (
    <AuthPage
      {...props}
      brand={await pageBrandView()}
      words={{ links: t("common.footerLinks"), help: t("common.help") }}
      footer={<ThemeChoice />}
    />
  );
}
