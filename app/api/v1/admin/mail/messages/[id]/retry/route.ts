export { postMailRetry as POST } from "#lib/api/admin/mail.ts";
