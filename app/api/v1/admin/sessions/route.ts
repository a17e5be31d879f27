export { getAllSessions as GET } from "#lib/api/admin/sessions.ts";
