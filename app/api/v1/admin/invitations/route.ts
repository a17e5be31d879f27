export { getInvitations as GET, postInvitation as POST } from "#lib/api/admin/invitations.ts";
