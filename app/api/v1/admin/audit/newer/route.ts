export { getNewerAuditEvents as GET } from "#lib/api/admin/audit.ts";
