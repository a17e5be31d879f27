/** What holds the passkeys that work here. */

import { BarList } from "#components/admin/bar-list.tsx";
import { ChartPanel } from "#components/admin/chart-panel.tsx";
import { type Column, DataTable } from "#components/admin/data-table.tsx";
import { listAddress } from "#components/admin/list-address.ts";
import type { Provider } from "#lib/overview/schema.ts";
import type { PageLanguage } from "../../../page-context.ts";

interface ProvidersProps {
  readonly language: PageLanguage;
  readonly providers: readonly Provider[];
}

export function Providers({ language: { t, format }, providers }: ProvidersProps) {
  const [most] = providers;
  const countOf = ({ passkeys, more }: Provider) => `${format.number(passkeys)}${more ? "+" : ""}`;
  const nameOf = ({ name, aaguid }: Provider) =>
    aaguid === null ? (
      <bdi>{name ?? t("adminOverview.providers.unknown")}</bdi>
    ) : (
      <a href={listAddress("/admin/passkeys", { aaguid }, {})} className="hover:underline">
        <bdi>{name ?? t("adminOverview.providers.unknown")}</bdi>
      </a>
    );
  const columns: Column<Provider>[] = [
    { key: "name", label: t("adminOverview.providers.name"), cell: nameOf },
    { key: "passkeys", label: t("adminOverview.providers.passkeys"), numeric: true, cell: countOf },
  ];
  return (
    <ChartPanel
      title={t("adminOverview.providers.title")}
      summary={
        most
          ? t("adminOverview.providers.summary", {
              name: most.name ?? t("adminOverview.providers.unknown"),
              count: most.passkeys,
            })
          : t("adminOverview.providers.none")
      }
      tableLabel={t("adminOverview.asTable")}
      table={
        <DataTable
          caption={t("adminOverview.providers.title")}
          columns={columns}
          rows={providers}
          rowKey={({ name }) => name ?? ""}
        />
      }
      links={[{ href: "/admin/passkeys", label: t("adminOverview.providers.all") }]}
    >
      <BarList
        colour={1}
        bars={providers.map((one) => ({
          key: one.name ?? "",
          label: nameOf(one),
          value: one.passkeys,
          words: countOf(one),
        }))}
      />
    </ChartPanel>
  );
}
