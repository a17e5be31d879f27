export { getGroupMembers as GET } from "#lib/api/admin/group-members.ts";
