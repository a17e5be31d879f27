export { authenticateComplete as POST } from "#lib/api/webauthn/authenticate-complete.ts";
