export { assertionOptions as POST } from "#lib/api/fido/assertion-options.ts";
