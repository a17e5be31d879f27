export { postUserDisable as POST } from "#lib/api/admin/user-state.ts";
