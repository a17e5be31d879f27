/** What a request object says about itself, besides the parameters that it carries (RFC 9101 section 4). */
import { z } from "zod";

const seconds = z.number().nonnegative();
const text = z.string().max(2048);

export const requestObjectSchema = z.looseObject({
  client_id: text.optional(),
  iss: text.optional(),
  sub: text.optional(),
  aud: z.union([text, z.array(text).max(16)]).optional(),
  exp: seconds.optional(),
  nbf: seconds.optional(),
  iat: seconds.optional(),
});

export type RequestObjectClaims = z.infer<typeof requestObjectSchema>;
