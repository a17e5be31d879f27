export { getUserClaims as GET } from "#lib/api/admin/custom-claims.ts";
