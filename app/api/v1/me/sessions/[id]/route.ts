export { deleteSession as DELETE } from "#lib/api/me/sessions.ts";
