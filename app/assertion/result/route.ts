export { assertionResult as POST } from "#lib/api/fido/assertion-result.ts";
