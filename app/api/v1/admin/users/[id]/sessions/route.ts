export { deleteSessionsOfUser as DELETE } from "#lib/api/admin/sessions.ts";
