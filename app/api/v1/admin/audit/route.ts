export { getAuditEvents as GET } from "#lib/api/admin/audit.ts";
