export { getAdminHealth as GET } from "#lib/api/admin/health.ts";
