export { getCredentials as GET } from "#lib/api/admin/credentials.ts";
