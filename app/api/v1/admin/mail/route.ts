export { readMail as GET } from "#lib/api/admin/mail.ts";
