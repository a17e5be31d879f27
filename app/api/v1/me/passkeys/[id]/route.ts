export { deletePasskey as DELETE, patchPasskey as PATCH } from "#lib/api/me/passkey.ts";
