export { postSigningKeyRotation as POST } from "#lib/api/admin/signing-keys.ts";
