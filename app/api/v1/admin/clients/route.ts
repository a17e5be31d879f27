export { getClients as GET, postClient as POST } from "#lib/api/admin/clients.ts";
