export { getLiveness as GET } from "#lib/api/health/health.ts";
