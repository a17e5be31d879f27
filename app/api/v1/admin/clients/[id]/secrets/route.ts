export { postClientSecret as POST } from "#lib/api/admin/client-secrets.ts";
