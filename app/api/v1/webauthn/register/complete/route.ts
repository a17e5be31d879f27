export { registerComplete as POST } from "#lib/api/webauthn/register-complete.ts";
