export { deleteAnySession as DELETE } from "#lib/api/admin/sessions.ts";
