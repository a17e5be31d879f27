export { getApps as GET } from "#lib/api/me/apps.ts";
