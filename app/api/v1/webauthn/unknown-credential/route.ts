export { unknownCredential as POST } from "#lib/api/webauthn/unknown-credential.ts";
