/** One person: who they are, and the parts of what is known of them. */
import type { ReactNode } from "react";
import { Tabs } from "#components/admin/tabs.tsx";
import { Avatar } from "#components/ui/avatar.tsx";
import { Badge } from "#components/ui/badge.tsx";
import { LocalTime } from "#components/ui/local-time.tsx";
import { roleAllows } from "#lib/permissions/schema.ts";
import { ownPicture } from "../../../../own-picture.ts";
import { pageLanguage } from "../../../../page-context.ts";
import { type PersonParams, personPage } from "./person.ts";

interface PersonLayoutProps {
  readonly params: PersonParams;
  readonly children: ReactNode;
}

export default async function PersonLayout({ params, children }: PersonLayoutProps) {
  const { ctx, person } = await personPage((await params).id);
  const { t, locale } = await pageLanguage();
  const path = `/admin/users/${person.id}`;
  const tabs = [
    { href: path, label: t("adminPerson.tab.profile"), permission: "users.read" },
    { href: `${path}/passkeys`, label: t("adminPerson.tab.passkeys"), permission: "credentials.read" },
    { href: `${path}/sessions`, label: t("adminPerson.tab.sessions"), permission: "sessions.read" },
    { href: `${path}/groups`, label: t("adminPerson.tab.groups"), permission: "groups.read" },
    { href: `${path}/apps`, label: t("adminPerson.tab.apps"), permission: "consents.read" },
    { href: `${path}/activity`, label: t("adminPerson.tab.activity"), permission: "audit.read" },
    { href: `${path}/claims`, label: t("adminPerson.tab.claims"), permission: "clients.read" },
  ] as const;
  return (
    <>
      <div className="flex items-start gap-4">
        <Avatar
          name={person.displayName}
          picture={ownPicture(person.picture, ctx.config.baseUrl)}
          size="large"
        />
        <div className="min-w-0 grow">
          <h1 dir="auto">{person.displayName}</h1>
          <p className="text-muted" dir="auto">
            {person.username}
          </p>
          <p className="mt-1 flex flex-wrap items-center gap-2 text-muted">
            <Badge tone={person.status === "active" ? "ok" : "warn"}>
              {t(`adminUsers.states.${person.status}`)}
            </Badge>
            <Badge tone={person.role === "user" ? "neutral" : "accent"}>
              {t(`adminUsers.roles.${person.role}`)}
            </Badge>
            {person.lastLoginAt ? (
              <span>
                {t.rich("adminPerson.lastSeen", {
                  when: () => (
                    <LocalTime
                      value={person.lastLoginAt?.toISOString() ?? ""}
                      locale={locale}
                      detail="minute"
                    />
                  ),
                })}
              </span>
            ) : (
              <span>{t("adminPerson.neverSeen")}</span>
            )}
          </p>
        </div>
      </div>
      <Tabs
        label={t("adminPerson.tabs", { name: person.displayName })}
        tabs={tabs.filter(({ permission }) => roleAllows(ctx.actor.role, permission))}
      />
      {children}
    </>
  );
}
