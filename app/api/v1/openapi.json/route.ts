export { getOpenapi as GET } from "#lib/api/openapi/openapi.ts";
