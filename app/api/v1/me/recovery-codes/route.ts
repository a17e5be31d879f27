export { getRecoveryCodes as GET, postRecoveryCodes as POST } from "#lib/api/me/recovery-codes.ts";
