/** The claims of a person that an app gets, each with its reason. */
import { type Column, DataTable } from "#components/admin/data-table.tsx";
import type { Translate } from "#lib/i18n/translator.ts";
import type { TestedClaim } from "#lib/oidc/test-sign-in/schema.ts";

interface ClaimsTableProps {
  readonly claims: readonly TestedClaim[];
  readonly t: Translate;
}

export function ClaimsTable({ claims, t }: ClaimsTableProps) {
  return (
    <DataTable
      caption={t("adminClient.tab.claims")}
      columns={columnsOf(t)}
      rows={claims}
      rowKey={(claim) => claim.name}
    />
  );
}

export function told(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}

function columnsOf(t: Translate): Column<TestedClaim>[] {
  return [
    {
      key: "claim",
      label: t("adminClient.claim"),
      cell: ({ name }) => (
        <span className="mono" dir="ltr">
          {name}
        </span>
      ),
    },
    {
      key: "value",
      label: t("adminClient.value"),
      cell: ({ value }) => (
        <span dir="auto" className="break-all">
          {told(value)}
        </span>
      ),
    },
    {
      key: "place",
      label: t("adminClient.place"),
      cell: ({ places }) => places.map((place) => t(`adminClient.places.${place}`)).join(", "),
    },
    {
      key: "why",
      label: t("adminClient.why"),
      cell: ({ because }) => because.map((reason) => reasonOf(t, reason)).join(", "),
    },
    { key: "from", label: t("adminClient.from"), cell: ({ from }) => sourceOf(t, from) },
  ];
}

function reasonOf(t: Translate, reason: TestedClaim["because"][number]): string {
  if ("scope" in reason && typeof reason.scope === "string")
    return t("adminClient.byScope", { scope: reason.scope });
  // Nobody asks by name here: what is left is a setting.
  return t("adminClient.bySetting");
}

function sourceOf(t: Translate, from: string): string {
  if (from === "profile") return t("adminClient.fromProfile");
  if (from.startsWith("group:")) return t("adminClient.fromGroup", { group: from.slice("group:".length) });
  return t("adminClient.fromCustom");
}
