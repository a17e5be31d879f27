/** Everything that is known of one event, and the way to those before and after it. */
import { ChevronLeft, ChevronRight } from "lucide-react";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { CopyBlock } from "#components/admin/copy-block.tsx";
import { Panel } from "#components/admin/panel.tsx";
import { findNeighbours, getAuditEvent } from "#lib/audit-log/get-audit-event.ts";
import { readChanges } from "#lib/audit-log/read-changes.ts";
import { type AuditFilter, auditFilterSchema } from "#lib/audit-log/schema.ts";
import type { Context } from "#lib/context/context.ts";
import { DomainError } from "#lib/errors/domain-error.ts";
import { findPlaces } from "#lib/places/find-places.ts";
import { listQuery } from "../../../../list-query.ts";
import { administrationPageContext, pageLanguage } from "../../../../page-context.ts";
import type { SearchParams } from "../../../../search-params.ts";
import { auditEventHref, auditHref, auditPath } from "../audit-href.ts";
import { EventChanges } from "../event-changes.tsx";
import { FailureMark } from "../event-list.tsx";
import { actWords, EventSentence } from "../event-sentence.tsx";
import { EventFacts } from "./event-facts.tsx";

interface AuditEventPageProps {
  readonly params: Promise<{ readonly id: string }>;
  readonly searchParams: SearchParams;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await pageLanguage()).t("adminAudit.title") };
}

export default async function AuditEventPage({ params, searchParams }: AuditEventPageProps) {
  const { id } = await params;
  const ctx = await administrationPageContext("audit.read", auditPath);
  const filter = await listQuery(auditFilterSchema, searchParams);
  const language = await pageLanguage();
  const { t } = language;
  const { event, newer, older } = await read(ctx, id, filter);
  const changes = readChanges(event.details);
  const placeOf = await findPlaces(ctx);
  return (
    <>
      <div className="flex flex-wrap items-center justify-between gap-2">
        <a href={auditHref(filter)} className="text-link inline-flex min-h-9 items-center gap-1">
          <ChevronLeft aria-hidden="true" size={16} className="rtl:-scale-x-100" />
          {t("adminAudit.detail.back")}
        </a>
        <nav aria-label={t("adminAudit.detail.neighbours")} className="flex gap-2">
          <Step href={newer && auditEventHref(newer, filter)} rel="prev">
            <ChevronLeft aria-hidden="true" size={16} className="rtl:-scale-x-100" />
            {t("adminAudit.detail.newer")}
          </Step>
          <Step href={older && auditEventHref(older, filter)} rel="next">
            {t("adminAudit.detail.older")}
            <ChevronRight aria-hidden="true" size={16} className="rtl:-scale-x-100" />
          </Step>
        </nav>
      </div>
      <h1 className="mt-3">{actWords(t, event.action)}</h1>
      <p className="mt-1 mb-5 text-base wrap-anywhere">
        <EventSentence t={t} event={event} />
        {event.outcome === "failure" ? <FailureMark t={t} event={event} /> : null}
      </p>
      <div className="grid gap-5">
        {changes.length === 0 ? null : (
          <section aria-labelledby="changes">
            <h2 id="changes" className="mb-2 text-base font-semibold">
              {t("adminAudit.detail.changes")}
            </h2>
            <EventChanges t={t} changes={changes} />
          </section>
        )}
        <Panel title={t("adminAudit.detail.facts")}>
          <EventFacts
            language={language}
            event={event}
            place={event.ip === null ? undefined : placeOf(event.ip)}
          />
        </Panel>
        <CopyBlock
          label={t("adminAudit.detail.json")}
          text={JSON.stringify(event, null, 2)}
          copy={t("adminAudit.detail.copy")}
          copied={t("adminAudit.detail.copied")}
        />
      </div>
    </>
  );
}

async function read(ctx: Context, id: string, filter: AuditFilter) {
  try {
    const [event, neighbours] = await Promise.all([getAuditEvent(ctx, id), findNeighbours(ctx, id, filter)]);
    return { event, ...neighbours };
  } catch (error) {
    if (error instanceof DomainError && error.code === "NOT_FOUND") notFound();
    throw error;
  }
}

interface StepProps {
  readonly href: string | undefined;
  readonly rel: "prev" | "next";
  readonly children: ReactNode;
}

/** Without an event to go to it keeps its place. */
function Step({ href, rel, children }: StepProps) {
  const look = "button button-secondary button-small";
  if (href === undefined)
    return (
      <span className={look} aria-disabled="true">
        {children}
      </span>
    );
  return (
    <a href={href} rel={rel} className={look}>
      {children}
    </a>
  );
}
