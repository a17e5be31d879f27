/** One app: what it is called and known by, and the parts of what is known of it. */
import type { ReactNode } from "react";
import { Tabs } from "#components/admin/tabs.tsx";
import { Badge } from "#components/ui/badge.tsx";
import { clientKind } from "#lib/clients/client-kind.ts";
import { pageLanguage } from "../../../../page-context.ts";
import { clientHref } from "../client-href.ts";
import { type ClientParams, clientPage } from "./client.ts";

interface ClientLayoutProps {
  readonly params: ClientParams;
  readonly children: ReactNode;
}

export default async function ClientLayout({ params, children }: ClientLayoutProps) {
  const { client } = await clientPage((await params).id);
  const { t } = await pageLanguage();
  const tabs = [
    { href: clientHref(client.id), label: t("adminClient.tab.overview") },
    ...(["settings", "access", "secrets", "errors", "claims", "test"] as const).map((part) => ({
      href: clientHref(client.id, part),
      label: t(`adminClient.tab.${part}`),
    })),
  ];
  const disabled = client.disabledAt !== null;
  return (
    <>
      <h1 dir="auto">{client.name}</h1>
      <p className="mono break-all text-muted" dir="ltr">
        {client.id}
      </p>
      <p className="mt-1.5 flex flex-wrap gap-2">
        <Badge tone={disabled ? "warn" : "ok"}>
          {t(`adminClients.states.${disabled ? "disabled" : "enabled"}`)}
        </Badge>
        <Badge tone="neutral">{t(`adminClients.kinds.${clientKind(client)}`)}</Badge>
        {client.source === "manual" ? null : (
          <Badge tone="neutral">{t(`adminClients.sources.${client.source}`)}</Badge>
        )}
      </p>
      <Tabs label={t("adminClient.tabs", { name: client.name })} tabs={tabs} />
      {children}
    </>
  );
}
