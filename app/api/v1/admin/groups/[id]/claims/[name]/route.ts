export { deleteGroupClaim as DELETE, putGroupClaim as PUT } from "#lib/api/admin/custom-claims.ts";
