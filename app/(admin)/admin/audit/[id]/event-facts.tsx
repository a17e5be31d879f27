/** Who, when, from where, and by which request: what the trail keeps of every event. */
import type { ReactNode } from "react";
import { agentText } from "#components/account/whereabouts.tsx";
import { EventTime } from "#components/admin/event-time.tsx";
import { type Fact, Facts } from "#components/admin/facts.tsx";
import { Badge } from "#components/ui/badge.tsx";
import type { AuditEventRecord } from "#lib/audit-log/schema.ts";
import type { Place } from "#lib/places/find-places.ts";
import type { PageLanguage } from "../../../../page-context.ts";
import { auditHref } from "../audit-href.ts";
import { actorName, appName, groupName, passkeyName, personName } from "../event-names.tsx";

interface EventFactsProps {
  readonly language: PageLanguage;
  readonly event: AuditEventRecord;
  readonly place: Place | undefined;
}

export function EventFacts({ language: { t, format, locale }, event, place }: EventFactsProps) {
  const { actor, person, app, passkey, group, details, sessionId, ip, userAgent, requestId } = event;
  const filtered = (value: string, href: string) => (
    <a href={href} className="text-link">
      <Code>{value}</Code>
    </a>
  );
  const facts: (Fact | false)[] = [
    {
      label: t("adminAudit.detail.when"),
      value: <EventTime value={event.at.toISOString()} locale={locale} ago={format.relativeTime(event.at)} />,
    },
    { label: t("adminAudit.detail.action"), value: <Code>{event.action}</Code> },
    {
      label: t("adminAudit.detail.outcome"),
      value:
        event.outcome === "success" ? (
          <Badge tone="ok">{t("adminAudit.detail.succeeded")}</Badge>
        ) : (
          <Badge tone="warn">{t("adminAudit.failed")}</Badge>
        ),
    },
    event.reason !== null && { label: t("adminAudit.detail.reason"), value: <Code>{event.reason}</Code> },
    {
      label: t("adminAudit.detail.who"),
      value:
        actor.id === null ? (
          t(`adminAudit.detail.kinds.${actor.type}`)
        ) : (
          <>
            {actorName(t, event)}{" "}
            <span className="text-muted">({t(`adminAudit.detail.kinds.${actor.type}`)})</span>{" "}
            {filtered(actor.id, auditHref({ actor: actor.id }))}
          </>
        ),
    },
    person !== null && {
      label: t("adminAudit.detail.person"),
      value: (
        <>
          {personName(t, person)} {filtered(person.id, auditHref({ person: person.id }))}
        </>
      ),
    },
    app !== null && {
      label: t("adminAudit.detail.app"),
      value: (
        <>
          {appName(t, app, details)} {filtered(app.id, auditHref({ app: app.id }))}
        </>
      ),
    },
    passkey !== null && {
      label: t("adminAudit.detail.passkey"),
      value: (
        <>
          {passkeyName(t, event)} <Code muted>{passkey.id}</Code>
        </>
      ),
    },
    group !== null && { label: t("adminAudit.detail.group"), value: groupName(event) },
    ip !== null && {
      label: t("adminAudit.detail.ip"),
      value: (
        <>
          {filtered(ip, auditHref({ ip }))} {place?.name === undefined ? null : <bdi>{place.name}</bdi>}
        </>
      ),
    },
    userAgent !== null && {
      label: t("adminAudit.detail.browser"),
      value: (
        <>
          {agentText(t, userAgent)}
          <Code muted block>
            {userAgent}
          </Code>
        </>
      ),
    },
    sessionId !== null && { label: t("adminAudit.detail.session"), value: <Code>{sessionId}</Code> },
    {
      label: t("adminAudit.detail.request"),
      value: (
        <>
          <Code>{requestId}</Code>{" "}
          <a href={auditHref({ request: requestId })} className="text-link">
            {t("adminAudit.detail.requestAll")}
          </a>
        </>
      ),
    },
    { label: t("adminAudit.detail.id"), value: <Code>{event.id}</Code> },
  ];
  return <Facts facts={facts.filter((fact) => fact !== false)} />;
}

interface CodeProps {
  readonly muted?: boolean;
  readonly block?: boolean;
  readonly children: ReactNode;
}

function Code({ muted = false, block = false, children }: CodeProps) {
  return (
    <span
      dir="ltr"
      className={`mono text-xs break-all ${muted ? "text-muted" : ""} ${block ? "block" : "inline-block"}`}
    >
      {children}
    </span>
  );
}
