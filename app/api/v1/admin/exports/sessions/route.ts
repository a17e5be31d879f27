export { getSessionsExport as GET } from "#lib/api/admin/list-exports.ts";
