export { deleteInvitation as DELETE } from "#lib/api/admin/invitations.ts";
