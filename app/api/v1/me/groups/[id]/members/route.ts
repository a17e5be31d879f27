export { getManagedMembers as GET, postManagedMember as POST } from "#lib/api/me/groups.ts";
