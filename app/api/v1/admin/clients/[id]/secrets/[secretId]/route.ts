export { deleteOneClientSecret as DELETE } from "#lib/api/admin/client-secrets.ts";
