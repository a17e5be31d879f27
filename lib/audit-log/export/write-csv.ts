/** Events as lines of a table: one row each, with ids beside names. */

import { csvLine } from "#lib/csv/csv-line.ts";
import type { AuditEventRecord } from "../schema.ts";

const columns: readonly (readonly [string, (event: AuditEventRecord) => string | null])[] = [
  ["occurred_at", ({ at }) => at.toISOString()],
  ["action", ({ action }) => action],
  ["outcome", ({ outcome }) => outcome],
  ["reason", ({ reason }) => reason],
  ["actor_type", ({ actor }) => actor.type],
  ["actor_id", ({ actor }) => actor.id],
  ["actor_name", ({ actor }) => actor.name],
  ["person_id", ({ person }) => person?.id ?? null],
  ["person_name", ({ person }) => person?.name ?? null],
  ["app_id", ({ app }) => app?.id ?? null],
  ["app_name", ({ app }) => app?.name ?? null],
  ["passkey_id", ({ passkey }) => passkey?.id ?? null],
  ["session_id", ({ sessionId }) => sessionId],
  ["ip", ({ ip }) => ip],
  ["user_agent", ({ userAgent }) => userAgent],
  ["request_id", ({ requestId }) => requestId],
  ["details", ({ details }) => JSON.stringify(details)],
  ["id", ({ id }) => id],
];

/** Spreadsheets read UTF-8 only where this stands in front. */
const byteOrderMark = "\ufeff";

export const csvHead = byteOrderMark + csvLine(columns.map(([name]) => name));

export function writeCsv(events: readonly AuditEventRecord[]): string {
  return events.map((event) => csvLine(columns.map(([, read]) => read(event)))).join("");
}
