export { deleteOneUser as DELETE, getUser as GET, patchUser as PATCH } from "#lib/api/admin/user.ts";
