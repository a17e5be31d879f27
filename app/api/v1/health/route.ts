export { getHealth as GET } from "#lib/api/health/health.ts";
