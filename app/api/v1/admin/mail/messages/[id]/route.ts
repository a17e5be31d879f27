export { deleteMail as DELETE } from "#lib/api/admin/mail.ts";
