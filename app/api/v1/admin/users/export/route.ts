export { getUsersExport as GET } from "#lib/api/admin/users-export.ts";
