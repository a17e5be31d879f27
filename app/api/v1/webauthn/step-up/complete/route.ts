export { stepUpComplete as POST } from "#lib/api/webauthn/step-up-complete.ts";
