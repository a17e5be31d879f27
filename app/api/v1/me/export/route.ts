export { getExport as GET } from "#lib/api/me/export.ts";
