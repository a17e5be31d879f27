export { getManagedGroups as GET } from "#lib/api/me/groups.ts";
