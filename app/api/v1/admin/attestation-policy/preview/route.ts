export { postPolicyPreview as POST } from "#lib/api/admin/attestation-policy.ts";
