export { postRecoveryCode as POST } from "#lib/api/recovery/code.ts";
