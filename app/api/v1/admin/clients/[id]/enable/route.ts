export { postClientEnable as POST } from "#lib/api/admin/client-state.ts";
