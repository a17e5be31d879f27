export { postEmailConfirmation as POST } from "#lib/api/me/email.ts";
