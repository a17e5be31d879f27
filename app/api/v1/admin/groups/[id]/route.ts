export { deleteGroup as DELETE, getGroup as GET, patchGroup as PATCH } from "#lib/api/admin/group.ts";
