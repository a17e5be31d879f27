export { deleteManagedMember as DELETE } from "#lib/api/me/groups.ts";
