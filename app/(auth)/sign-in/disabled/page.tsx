/** For somebody who has just shown a right passkey of an account that is shut: whom to ask. */
import type { Metadata } from "next";
import { AuthScreen } from "../../../auth-screen.tsx";
import { pageLanguage } from "../../../page-context.ts";
import type { SearchParams } from "../../../search-params.ts";
import { WhoToAsk } from "../../../who-to-ask.tsx";
import { readGoal, signInAddress } from "../../sign-in-address.ts";

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await pageLanguage();
  return { title: t("disabledAccount.title") };
}

export default async function DisabledPage({ searchParams }: { searchParams: SearchParams }) {
  const query = await searchParams;
  const { t, instance } = await pageLanguage();
  return (
    <AuthScreen keyline="failed">
      <h1>{t("disabledAccount.title")}</h1>
      <p className="mt-2">{t("disabledAccount.body")}</p>
      <p className="mt-2 text-muted">{t("disabledAccount.help", { instance })}</p>
      <WhoToAsk />
      <a
        className="button mt-6 w-full"
        href={signInAddress("/sign-in", readGoal(query), { account: "other" })}
      >
        {t("disabledAccount.another")}
      </a>
    </AuthScreen>
  );
}
