export { postUserEnable as POST } from "#lib/api/admin/user-state.ts";
