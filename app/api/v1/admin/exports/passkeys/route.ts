export { getPasskeysExport as GET } from "#lib/api/admin/list-exports.ts";
