/** Where the administration begins: what needs a look, and how sign-ins have gone lately. */
import type { Metadata } from "next";
import { PageHeading } from "#components/account/page-heading.tsx";
import { getOverview } from "#lib/overview/get-overview.ts";
import { administrationPageContext, pageLanguage } from "../../page-context.ts";
import { AttentionList } from "./overview/attention-list.tsx";
import { FailureReasons } from "./overview/failure-reasons.tsx";
import { Providers } from "./overview/providers.tsx";
import { SignInsByDay } from "./overview/sign-ins-by-day.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await pageLanguage()).t("adminOverview.title") };
}

export default async function OverviewPage() {
  const ctx = await administrationPageContext("users.read", "/admin");
  const language = await pageLanguage();
  const { t } = language;
  const { attention, signIns, providers } = await getOverview(ctx);
  return (
    <>
      <PageHeading title={t("adminOverview.title")} />
      <div className="mt-5 grid gap-5">
        <AttentionList t={t} items={attention} role={ctx.actor.role} />
        {signIns ? <SignInsByDay language={language} days={signIns.days} /> : null}
        <div className="grid items-start gap-5 lg:grid-cols-2">
          {signIns ? <FailureReasons language={language} {...signIns} /> : null}
          {providers ? <Providers language={language} providers={providers} /> : null}
        </div>
      </div>
    </>
  );
}
