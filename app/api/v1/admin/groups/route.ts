export { getGroups as GET, postGroup as POST } from "#lib/api/admin/groups.ts";
