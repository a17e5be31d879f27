export { patchSettings as PATCH, readSettings as GET } from "#lib/api/admin/settings.ts";
