export { deleteMe as DELETE } from "#lib/api/me/account.ts";
