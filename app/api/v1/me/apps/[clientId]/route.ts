export { deleteApp as DELETE } from "#lib/api/me/apps.ts";
