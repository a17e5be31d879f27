export { getPasskeys as GET } from "#lib/api/me/passkeys.ts";
