export { deleteGroupMember as DELETE, putGroupMember as PUT } from "#lib/api/admin/group-member.ts";
