export {
  getRegistrationTokens as GET,
  postRegistrationToken as POST,
} from "#lib/api/admin/registration-tokens.ts";
