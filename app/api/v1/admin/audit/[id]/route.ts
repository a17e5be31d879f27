export { getOneAuditEvent as GET } from "#lib/api/admin/audit.ts";
