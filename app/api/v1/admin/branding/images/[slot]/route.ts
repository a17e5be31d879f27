export { deleteBrandImage as DELETE, putBrandImage as PUT } from "#lib/api/admin/branding-images.ts";
