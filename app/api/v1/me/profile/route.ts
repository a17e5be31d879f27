export { getProfile as GET, patchProfile as PATCH } from "#lib/api/me/profile.ts";
