/** The state of the system as plain text, to be sent to whoever helps: no secrets, nobody's name or address. */
import type { Program } from "#lib/health/get-health.ts";
import type { HealthReport } from "#lib/health/report.ts";
import type { ArrivalFinding } from "#lib/http/arrival.ts";
import type { JobRun } from "#lib/jobs/schema.ts";

interface SystemState {
  readonly report: HealthReport;
  readonly program: Program;
  readonly jobs: readonly JobRun[];
  readonly findings: readonly ArrivalFinding[];
  readonly now: Date;
}

export function stateAsText({ report, program, jobs, findings, now }: SystemState): string {
  const { version, runtime, platform, startedAt, database } = program;
  return [
    `latchkey ${version}  node ${runtime}  ${platform}  database ${database}`,
    `at ${now.toISOString()}  started ${startedAt.toISOString()}  ${report.status}`,
    "",
    ...report.parts.map(({ name, status, message }) => `${name}: ${status}. ${message}`),
    `request: ${findings.join(", ")}`,
    "",
    ...jobs.map(
      ({ name, status, ranAt, failedAt, error }) =>
        `${name}: ${status}, ran ${ranAt?.toISOString() ?? "never"}${
          failedAt ? `, failed ${failedAt.toISOString()} ${error ?? ""}` : ""
        }`,
    ),
  ].join("\n");
}
