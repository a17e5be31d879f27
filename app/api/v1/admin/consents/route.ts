export { getConsents as GET } from "#lib/api/admin/consents.ts";
