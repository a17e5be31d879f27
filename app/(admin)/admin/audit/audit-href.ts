/** Addresses of the log and of its events; both carry the filter along. */
import { listAddress } from "#components/admin/list-address.ts";
import type { AuditFilter } from "#lib/audit-log/schema.ts";

export const auditPath = "/admin/audit";

export function auditHref(filter: AuditFilter, changes: Readonly<Record<string, string | undefined>> = {}) {
  return listAddress(auditPath, filter, changes);
}

export function auditEventHref(id: string, filter: AuditFilter = {}): string {
  return listAddress(`${auditPath}/${id}`, filter, {});
}
