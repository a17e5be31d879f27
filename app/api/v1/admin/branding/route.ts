export {
  deleteBranding as DELETE,
  patchBranding as PATCH,
  readBranding as GET,
} from "#lib/api/admin/branding.ts";
