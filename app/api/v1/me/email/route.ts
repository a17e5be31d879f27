export { deleteEmail as DELETE, getEmail as GET, postEmail as POST } from "#lib/api/me/email.ts";
