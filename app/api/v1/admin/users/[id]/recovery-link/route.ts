export { postRecoveryLink as POST } from "#lib/api/admin/recovery-link.ts";
