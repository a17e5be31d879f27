export { deleteUserClaim as DELETE, putUserClaim as PUT } from "#lib/api/admin/custom-claims.ts";
