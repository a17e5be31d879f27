export {
  deleteGroupManager as DELETE,
  putGroupManager as PUT,
} from "#lib/api/admin/group-managers.ts";
