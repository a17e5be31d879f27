export { revokeCredentials as POST } from "#lib/api/admin/credentials.ts";
