/** Who and what an event names: a link to what is still there, and words for what is not. */
import type { ReactNode } from "react";
import type { AuditEventRecord, Named } from "#lib/audit-log/schema.ts";
import type { Translate } from "#lib/i18n/translator.ts";
import { clientHref } from "../clients/client-href.ts";

interface NameProps {
  readonly href?: string | undefined;
  readonly children: string;
}

function Name({ href, children }: NameProps) {
  if (href === undefined) return <bdi className="font-medium">{children}</bdi>;
  return (
    <a href={href} className="font-medium text-fg underline-offset-2 hover:underline">
      <bdi>{children}</bdi>
    </a>
  );
}

/** Stands for a name that there is none for; a sentence may begin with it. */
export interface NamelessProps {
  readonly words: string;
  readonly firstWords: string;
  readonly id?: string | undefined;
  readonly begins?: boolean;
}

export function Nameless({ words, firstWords, id, begins = false }: NamelessProps) {
  return (
    <span title={id} className="font-medium">
      {begins ? firstWords : words}
    </span>
  );
}

export function personName(t: Translate, person: Named | null): ReactNode {
  if (person === null)
    return <Nameless words={t("adminAudit.somebody")} firstWords={t("adminAudit.somebodyFirst")} />;
  if (person.name !== null) return <Name href={`/admin/users/${person.id}`}>{person.name}</Name>;
  const words = t("adminAudit.deletedPerson");
  return <Nameless words={words} firstWords={t("adminAudit.deletedPersonFirst")} id={person.id} />;
}

export function appName(
  t: Translate,
  app: Named | null,
  details: Readonly<Record<string, unknown>>,
): ReactNode {
  if (app?.name) return <Name href={clientHref(app.id)}>{app.name}</Name>;
  // Of one that is gone the trail knows the name, or at least the id; of one that never was, what it called itself.
  const known = [app && details.name, app?.id, details.clientId].find(
    (text) => typeof text === "string" && text,
  );
  if (typeof known === "string") return <Name>{known}</Name>;
  return <Nameless words={t("adminAudit.someApp")} firstWords={t("adminAudit.someAppFirst")} />;
}

/** Every sentence that names whoever did it begins with them. */
export function actorName(t: Translate, { actor, details }: AuditEventRecord): ReactNode {
  const said = (words: string, id?: string) => <Nameless words={words} firstWords={words} id={id} />;
  switch (actor.type) {
    case "user":
      return actor.id === null
        ? said(t("adminAudit.somebodyFirst"))
        : personName(t, { id: actor.id, name: actor.name });
    case "client":
      return appName(t, actor.id === null ? null : { id: actor.id, name: actor.name }, details);
    case "api_key": {
      const { name } = actor;
      if (name === null) return said(t("adminAudit.deletedKey"), actor.id ?? undefined);
      return t.rich("adminAudit.apiKey", { name: () => <Name href="/admin/api-keys">{name}</Name> });
    }
    case "operator":
      return said(t("adminAudit.operator"));
    case "system":
      return said(t("adminAudit.system"), actor.id ?? undefined);
    case "anonymous":
      return said(t("adminAudit.somebodyFirst"));
  }
}

export function passkeyName(t: Translate, { passkey, person, details }: AuditEventRecord): ReactNode {
  const name = passkey?.name ?? (typeof details.name === "string" ? details.name : undefined);
  if (name === undefined) return t("adminAudit.somePasskey");
  const owner = person?.name ? `/admin/users/${person.id}/passkeys` : undefined;
  return <Name href={owner}>{name}</Name>;
}

export function groupName({ group, details }: AuditEventRecord): ReactNode {
  const told = [group?.name, details.displayName, details.group, details.name, group?.id];
  const name = told.find((text): text is string => typeof text === "string" && text !== "") ?? "";
  return <Name href={group?.name ? `/admin/groups/${group.id}` : undefined}>{name}</Name>;
}
