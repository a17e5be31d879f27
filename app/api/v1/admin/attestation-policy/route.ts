export { putPolicy as PUT, readPolicy as GET } from "#lib/api/admin/attestation-policy.ts";
