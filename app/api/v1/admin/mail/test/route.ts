export { postTestMail as POST } from "#lib/api/admin/mail.ts";
