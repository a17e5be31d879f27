export { deleteRegistrationTokens as DELETE } from "#lib/api/admin/registration-tokens.ts";
