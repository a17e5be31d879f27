export { getGroupManagers as GET } from "#lib/api/admin/group-managers.ts";
