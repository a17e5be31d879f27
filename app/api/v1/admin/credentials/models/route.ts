export { getCredentialModels as GET } from "#lib/api/admin/credentials.ts";
