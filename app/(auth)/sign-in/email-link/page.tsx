/** Where the link in a mail leads. Looking uses nothing up, and says nothing in a browser that did not ask for it. */
import type { Metadata } from "next";
import { headers } from "next/headers";
import { notFound } from "next/navigation";
import { describeLink } from "#lib/accounts/recovery/links/describe-link.ts";
import { openLinkCookie } from "#lib/http/link-cookie.ts";
import { pageContext, pageLanguage } from "../../../page-context.ts";
import { readToken, type SearchParams } from "../../../search-params.ts";
import { LinkQuestion, LinkRefusal } from "../link-question.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await pageLanguage();
  return { title: t("recovery.linkButton") };
}

export default async function EmailLinkPage({ searchParams }: { searchParams: SearchParams }) {
  const query = await searchParams;
  const ctx = await pageContext();
  if (!ctx.config.emailSignIn) notFound();
  const { t } = await pageLanguage();
  const token = readToken(query.token);
  const asked = await openLinkCookie(ctx, (await headers()).get("cookie"));
  const link =
    token === undefined || !asked
      ? undefined
      : await describeLink(ctx, { purpose: "email", token, browserSecret: asked.browserSecret });
  if (token !== undefined && link)
    return <LinkQuestion t={t} link={link} token={token} action="/sign-in/email-link/use" />;
  const elsewhere = token !== undefined && !asked;
  return (
    <LinkRefusal
      title={t(elsewhere ? "recovery.otherBrowserTitle" : "recovery.deadTitle")}
      body={t(elsewhere ? "recovery.otherBrowserBody" : "recovery.deadBody")}
      next={{ href: "/sign-in/email", label: t("recovery.mailAgain") }}
    />
  );
}
