export { getAuditExport as GET } from "#lib/api/admin/audit-export.ts";
