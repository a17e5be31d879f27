export { attestationResult as POST } from "#lib/api/fido/attestation-result.ts";
