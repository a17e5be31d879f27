export { postClientLogoFetch as POST } from "#lib/api/admin/client-logo.ts";
