export { getClientErrors as GET } from "#lib/api/admin/client-errors.ts";
