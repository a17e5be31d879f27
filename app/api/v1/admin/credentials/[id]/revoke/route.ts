export { revokeCredential as POST } from "#lib/api/admin/revoke-credential.ts";
