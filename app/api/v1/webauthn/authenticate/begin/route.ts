export { authenticateBegin as POST } from "#lib/api/webauthn/authenticate-begin.ts";
