export { putUserRole as PUT } from "#lib/api/admin/user-role.ts";
