export { getSessions as GET } from "#lib/api/me/sessions.ts";
