export { deleteApiKey as DELETE } from "#lib/api/admin/api-keys.ts";
