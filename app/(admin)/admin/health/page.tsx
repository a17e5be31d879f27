/** The state of the system: each part with what it means and what to do, the way to it, and its scheduled work. */
import type { Metadata } from "next";
import { headers } from "next/headers";
import { PageHeading } from "#components/account/page-heading.tsx";
import { CopyBlock } from "#components/admin/copy-block.tsx";
import { DataTable } from "#components/admin/data-table.tsx";
import { Facts } from "#components/admin/facts.tsx";
import { Panel } from "#components/admin/panel.tsx";
import { Badge } from "#components/ui/badge.tsx";
import { getHealth, type Program } from "#lib/health/get-health.ts";
import type { HealthRow } from "#lib/health/report.ts";
import { isTrouble, judgeArrival, readArrival } from "#lib/http/arrival.ts";
import type { Format, Translate } from "#lib/i18n/translator.ts";
import { listJobRuns } from "#lib/jobs/list-job-runs.ts";
import { administrationPageContext, pageLanguage } from "../../../page-context.ts";
import { jobColumns } from "./job-columns.tsx";
import { stateAsText } from "./state-as-text.ts";
import { StateLine } from "./state-line.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await pageLanguage()).t("adminHealth.title") };
}

const tones = { healthy: "ok", degraded: "warn", unhealthy: "warn" } as const;

export default async function HealthPage() {
  const ctx = await administrationPageContext("health.read", "/admin/health");
  const { t, locale, format } = await pageLanguage();
  const [{ report, program }, jobs] = await Promise.all([getHealth(ctx), listJobRuns(ctx)]);
  const arrival = readArrival(await headers());
  const findings = arrival ? judgeArrival(arrival, ctx.config) : [];
  const failing = jobs.filter((job) => job.status === "failing");
  const hasTrouble = failing.length > 0 || findings.some(isTrouble);
  const status = report.status === "healthy" && hasTrouble ? "degraded" : report.status;
  return (
    <>
      <PageHeading
        title={t("adminHealth.title")}
        lead={t("adminHealth.lead")}
        action={<Badge tone={tones[status]}>{t(`adminHealth.statuses.${status}`)}</Badge>}
      />
      <div className="mt-5 grid gap-5">
        <Panel title={t("adminHealth.partsTitle")}>
          <ul className="grid gap-4">
            {report.parts.map((part) => (
              <Part key={part.name} t={t} part={part} />
            ))}
          </ul>
        </Panel>
        {findings.length === 0 ? null : (
          <Panel title={t("adminHealth.arrivalTitle")} lead={t("adminHealth.arrivalLead")}>
            <ul className="grid gap-3">
              {findings.map((finding) => (
                <StateLine key={finding} isWell={!isTrouble(finding)}>
                  {t(`adminHealth.arrival.${finding}`)}
                </StateLine>
              ))}
            </ul>
          </Panel>
        )}
        <section aria-labelledby="jobs">
          <h2 id="jobs" className="text-base font-semibold">
            {t("adminHealth.jobsTitle")}
          </h2>
          <p className="mt-1 mb-3 max-w-[65ch] text-muted">{t("adminHealth.jobsLead")}</p>
          <DataTable
            caption={t("adminHealth.jobsTitle")}
            columns={jobColumns(t, locale)}
            // What fails is seen without looking for it.
            rows={[...failing, ...jobs.filter((job) => !failing.includes(job))]}
            rowKey={({ name }) => name}
          />
        </section>
        <About t={t} format={format} program={program} />
        <Panel title={t("adminHealth.copyTitle")} lead={t("adminHealth.copyLead")}>
          <CopyBlock
            label={t("adminHealth.copyLabel")}
            text={stateAsText({ report, program, jobs, findings, now: ctx.now })}
            copy={t("adminHealth.copy")}
            copied={t("adminHealth.copied")}
          />
        </Panel>
      </div>
    </>
  );
}

function Part({ t, part: { name, status, message } }: { readonly t: Translate; readonly part: HealthRow }) {
  const isWell = status === "healthy";
  return (
    <StateLine isWell={isWell}>
      <span className="font-medium">{t(`adminHealth.parts.${name}.name`)}</span>{" "}
      {isWell ? null : <Badge tone="warn">{t(`adminHealth.statuses.${status}`)}</Badge>}
      <span className="block text-muted">{t(`adminHealth.parts.${name}.means`)}</span>
      {isWell ? null : (
        <>
          <span className="mt-1 block">{t(`adminHealth.parts.${name}.todo`)}</span>
          <span className="mt-1 block text-xs text-muted">
            {t("adminHealth.detail")}:{" "}
            <span lang="en" dir="ltr">
              {message}
            </span>
          </span>
        </>
      )}
    </StateLine>
  );
}

interface AboutProps {
  readonly t: Translate;
  readonly format: Format;
  readonly program: Program;
}

function About({ t, format, program }: AboutProps) {
  const mono = (text: string) => (
    <span className="mono" dir="ltr">
      {text}
    </span>
  );
  return (
    <Panel title={t("adminHealth.programTitle")}>
      <Facts
        facts={[
          { label: t("adminHealth.version"), value: mono(program.version) },
          { label: t("adminHealth.runtime"), value: mono(`${program.runtime} ${program.platform}`) },
          { label: t("adminHealth.database"), value: t(`adminHealth.databases.${program.database}`) },
          { label: t("adminHealth.started"), value: format.relativeTime(program.startedAt) },
        ]}
      />
    </Panel>
  );
}
