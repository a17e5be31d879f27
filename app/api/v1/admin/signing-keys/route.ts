export { getSigningKeys as GET } from "#lib/api/admin/signing-keys.ts";
