export { getConsentsOfUser as GET } from "#lib/api/admin/consents.ts";
