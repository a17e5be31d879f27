/** Events in sentences, each with when, from where, and the way to all that is known of it. */
import {
  AppWindow,
  FlaskConical,
  Handshake,
  LifeBuoy,
  LogIn,
  type LucideIcon,
  Settings2,
  TicketCheck,
  UserRound,
  UsersRound,
} from "lucide-react";
import { agentText, Dotted } from "#components/account/whereabouts.tsx";
import { EventTime } from "#components/admin/event-time.tsx";
import { Badge } from "#components/ui/badge.tsx";
import { PasskeyIcon } from "#components/ui/passkey-icon.tsx";
import { groupOfAction } from "#lib/audit-log/event-groups.ts";
import type { AuditEventRecord, AuditFilter, EventGroup } from "#lib/audit-log/schema.ts";
import type { PageLanguage } from "../../../page-context.ts";
import { auditEventHref, auditHref } from "./audit-href.ts";
import { EventSentence } from "./event-sentence.tsx";

interface EventListProps {
  readonly language: PageLanguage;
  readonly events: readonly AuditEventRecord[];
  /** What the list is narrowed by: an event's page leads on within it. */
  readonly filter: AuditFilter;
}

export function EventList({ language, events, filter }: EventListProps) {
  return (
    <ol
      aria-label={language.t("adminAudit.list")}
      className="divide-y divide-border rounded-lg border border-border bg-surface"
    >
      {events.map((event) => (
        <EventRow key={event.id} language={language} event={event} filter={filter} />
      ))}
    </ol>
  );
}

interface EventRowProps extends Omit<EventListProps, "events"> {
  readonly event: AuditEventRecord;
}

function EventRow({ language: { t, format, locale }, event, filter }: EventRowProps) {
  const { id, at, ip, userAgent, outcome } = event;
  const sentenceId = `event-${id}`;
  const agent = userAgent === null ? undefined : agentText(t, userAgent);
  return (
    <li data-row className="flex gap-3 px-4 py-2.5 hover:bg-sunken data-current:bg-sunken">
      <EventIcon event={event} />
      <div className="min-w-0 grow">
        <p id={sentenceId} className="wrap-anywhere">
          <EventSentence t={t} event={event} />
          {outcome === "failure" ? <FailureMark t={t} event={event} /> : null}
        </p>
        <p className="text-xs leading-5 text-muted">
          <Dotted>
            <EventTime value={at.toISOString()} locale={locale} ago={format.relativeTime(at)} />
            {ip === null ? null : (
              <a href={auditHref({ ip })} dir="ltr" className="mono hover:underline">
                {ip}
              </a>
            )}
            {agent ? <span>{agent}</span> : null}
          </Dotted>
        </p>
      </div>
      <a
        id={`details-${id}`}
        href={auditEventHref(id, filter)}
        aria-labelledby={`details-${id} ${sentenceId}`}
        className="text-link inline-flex min-h-6 shrink-0 items-center self-start text-xs pointer-coarse:min-h-11"
      >
        {t("adminAudit.details")}
      </a>
    </li>
  );
}

export function FailureMark({
  t,
  event,
}: {
  readonly t: PageLanguage["t"];
  readonly event: AuditEventRecord;
}) {
  return (
    <>
      {" "}
      <Badge tone="warn">{t("adminAudit.failed")}</Badge>
      {event.reason ? (
        <>
          {" "}
          <span dir="ltr" className="mono text-xs text-muted">
            {event.reason}
          </span>
        </>
      ) : null}
    </>
  );
}

const icons: Readonly<Record<Exclude<EventGroup, "passkeys">, LucideIcon>> = {
  sign_ins: LogIn,
  recovery: LifeBuoy,
  people: UserRound,
  groups: UsersRound,
  apps: AppWindow,
  access: Handshake,
  tokens: TicketCheck,
  system: Settings2,
  conformance: FlaskConical,
};

function EventIcon({ event: { action, outcome } }: { readonly event: AuditEventRecord }) {
  const group = groupOfAction(action);
  const isWorrying = outcome === "failure" || action === "passkey.counter_regressed";
  const look = isWorrying ? "bg-warn-soft text-warn-soft-fg" : "bg-sunken text-muted";
  const Icon = group === "passkeys" ? undefined : icons[group];
  return (
    <span className={`mt-0.5 grid size-7 shrink-0 place-items-center rounded-full text-sm ${look}`}>
      {Icon ? (
        <Icon aria-hidden="true" size={14} className={group === "sign_ins" ? "rtl:-scale-x-100" : ""} />
      ) : (
        <PasskeyIcon />
      )}
    </span>
  );
}
