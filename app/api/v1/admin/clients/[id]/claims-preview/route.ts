export { postClaimsPreview as POST } from "#lib/api/admin/claims-preview.ts";
