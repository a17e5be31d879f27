export { postSessionsEnd as POST } from "#lib/api/admin/sessions.ts";
