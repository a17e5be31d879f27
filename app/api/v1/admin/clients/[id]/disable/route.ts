export { postClientDisable as POST } from "#lib/api/admin/client-state.ts";
