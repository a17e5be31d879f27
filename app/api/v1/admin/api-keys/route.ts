export { getApiKeys as GET, postApiKey as POST } from "#lib/api/admin/api-keys.ts";
