export { deleteConsentOfUser as DELETE } from "#lib/api/admin/consents.ts";
