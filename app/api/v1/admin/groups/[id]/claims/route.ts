export { getGroupClaims as GET } from "#lib/api/admin/custom-claims.ts";
