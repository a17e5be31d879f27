export { deleteClientLogo as DELETE, putClientLogo as PUT } from "#lib/api/admin/client-logo.ts";
