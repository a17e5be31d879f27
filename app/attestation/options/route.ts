export { attestationOptions as POST } from "#lib/api/fido/attestation-options.ts";
