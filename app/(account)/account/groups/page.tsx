/** The groups that somebody manages. */
import type { Metadata } from "next";
import { PageHeading } from "#components/account/page-heading.tsx";
import { listManagedGroups } from "#lib/groups/managers/list-managed-groups.ts";
import { pageLanguage, signedInPageContext } from "../../../page-context.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await pageLanguage()).t("managedGroups.title") };
}

export default async function ManagedGroupsPage() {
  const ctx = await signedInPageContext("/account/groups");
  const { t } = await pageLanguage();
  const groups = await listManagedGroups(ctx);
  return (
    <>
      <PageHeading title={t("managedGroups.title")} lead={t("managedGroups.lead")} />
      {groups.length === 0 ? (
        <p className="mt-6 text-muted">{t("managedGroups.none")}</p>
      ) : (
        <ul className="mt-6 divide-y divide-border rounded-lg border border-border bg-surface">
          {groups.map(({ id, displayName, members }) => (
            <li key={id} className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1 p-4">
              <a href={`/account/groups/${id}`} className="text-link font-medium" dir="auto">
                {displayName}
              </a>
              <span className="text-sm text-muted tabular-nums">
                {t("managedGroups.count", { count: members })}
              </span>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
