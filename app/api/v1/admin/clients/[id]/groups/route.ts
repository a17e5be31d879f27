export { putClientGroups as PUT } from "#lib/api/admin/client-state.ts";
