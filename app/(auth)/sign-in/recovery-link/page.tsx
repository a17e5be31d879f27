/** Where an administrator's link leads. Looking uses nothing up. */
import type { Metadata } from "next";
import { describeLink } from "#lib/accounts/recovery/links/describe-link.ts";
import { pageContext, pageLanguage } from "../../../page-context.ts";
import { readToken, type SearchParams } from "../../../search-params.ts";
import { LinkQuestion, LinkRefusal } from "../link-question.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await pageLanguage();
  return { title: t("recovery.linkButton") };
}

export default async function RecoveryLinkPage({ searchParams }: { searchParams: SearchParams }) {
  const query = await searchParams;
  const ctx = await pageContext();
  const { t, instance } = await pageLanguage();
  const token = readToken(query.token);
  const link = token === undefined ? undefined : await describeLink(ctx, { purpose: "recovery", token });
  if (token !== undefined && link)
    return <LinkQuestion t={t} link={link} token={token} action="/sign-in/recovery-link/use" />;
  return (
    <LinkRefusal
      title={t("recovery.deadTitle")}
      body={t("recovery.deadBody")}
      help={t("recovery.deadAsk", { instance })}
      next={{ href: "/sign-in", label: t("common.backToSignIn") }}
    />
  );
}
