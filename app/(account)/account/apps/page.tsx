/** The apps that have something of the person, what it is, and the way to take it back. */
import type { Metadata } from "next";
import { PageHeading } from "#components/account/page-heading.tsx";
import { DoneNote } from "#components/forms/done-note.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { listClientLogos } from "#lib/clients/logos/list-client-logos.ts";
import { longestClientId } from "#lib/clients/schema.ts";
import { listOwnApps } from "#lib/oidc/own-apps/list-own-apps.ts";
import { pageLanguage, signedInPageContext } from "../../../page-context.ts";
import type { SearchParams } from "../../../search-params.ts";
import { AppRow } from "./app-row.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await pageLanguage();
  return { title: t("apps.title") };
}

export default async function AppsPage({ searchParams }: { searchParams: SearchParams }) {
  const { revoked } = await searchParams;
  const ctx = await signedInPageContext("/account/apps");
  const { t, format, locale, instance } = await pageLanguage();
  const apps = await listOwnApps(ctx);
  const logos = await listClientLogos(
    ctx,
    apps.map(({ clientId }) => clientId),
  );
  return (
    <>
      <PageHeading title={t("apps.title")} lead={t("apps.lead")} />
      <DoneNote act={readRevoked(revoked, apps)} text={t("apps.revoked")} />
      <div className="mt-6">
        {apps.length === 0 ? (
          <EmptyState title={t("apps.empty")} body={t("apps.emptyBody")} />
        ) : (
          <ul className="divide-y divide-border rounded-lg border border-border bg-surface">
            {apps.map((app) => (
              <AppRow
                key={app.clientId}
                t={t}
                format={format}
                locale={locale}
                instance={instance}
                app={app}
                logo={logos.get(app.clientId)}
              />
            ))}
          </ul>
        )}
      </div>
    </>
  );
}

/** Only while it is true: an app that has been allowed again has its access. */
function readRevoked(
  revoked: string | string[] | undefined,
  apps: readonly { readonly clientId: string }[],
): string | undefined {
  if (typeof revoked !== "string" || revoked === "" || revoked.length > longestClientId) return undefined;
  return apps.some(({ clientId }) => clientId === revoked) ? undefined : revoked;
}
