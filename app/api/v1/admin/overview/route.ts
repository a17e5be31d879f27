export { getOverview as GET } from "#lib/api/admin/overview.ts";
