export { registerBegin as POST } from "#lib/api/webauthn/register-begin.ts";
