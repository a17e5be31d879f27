export { postEndOtherSessions as POST } from "#lib/api/me/sessions.ts";
