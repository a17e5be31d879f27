export {
  deleteOneClient as DELETE,
  getOneClient as GET,
  patchClient as PATCH,
} from "#lib/api/admin/client.ts";
