/** What may be said about a relying app when it is added. */
import { z } from "zod";
import { redirectUriProblem } from "./check-redirect-uri.ts";

const uri = z
  .string()
  .max(2048)
  .superRefine((value, context) => {
    const problem = redirectUriProblem(value);
    if (problem !== undefined) context.addIssue({ code: "custom", message: problem });
  });

const uris = z
  .array(uri)
  .max(50)
  .refine((list) => new Set(list).size === list.length, "must not repeat an address");

/** Every character that RFC 3986 leaves unencoded: such an id survives any client's idea of Basic encoding. */
export const clientIdSchema = z
  .string()
  .regex(/^[A-Za-z0-9._~-]{1,128}$/, "must be 1 to 128 letters, digits, dots, dashes, underscores or tildes");

export const clientAuthMethodSchema = z.enum(["none", "client_secret_basic", "client_secret_post"]);

export const newClientSchema = z.strictObject({
  /** Made by us when absent. */
  id: clientIdSchema.optional(),
  name: z
    .string()
    .trim()
    .min(1)
    .max(100)
    .refine((name) => !/\p{Cc}/u.test(name) && name.isWellFormed(), "must not hold control characters"),
  redirectUris: uris.min(1),
  postLogoutRedirectUris: uris,
  tokenEndpointAuthMethod: clientAuthMethodSchema,
  firstParty: z.boolean(),
  /** Public clients need PKCE always, confidential ones unless this says false. */
  requirePkce: z.boolean().optional(),
});

export type NewClient = z.infer<typeof newClientSchema>;
