export { getAppsExport as GET } from "#lib/api/admin/list-exports.ts";
