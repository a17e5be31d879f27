export { getGroupsOfUser as GET } from "#lib/api/admin/user-groups.ts";
