export { getUsers as GET } from "#lib/api/admin/users.ts";
