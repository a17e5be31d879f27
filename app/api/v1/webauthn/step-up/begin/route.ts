export { stepUpBegin as POST } from "#lib/api/webauthn/step-up-begin.ts";
