export {
  deleteGroupPolicy as DELETE,
  putGroupPolicy as PUT,
  readGroupPolicy as GET,
} from "#lib/api/admin/group-attestation-policy.ts";
