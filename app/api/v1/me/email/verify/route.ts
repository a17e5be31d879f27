export { postEmailVerification as POST } from "#lib/api/me/email.ts";
