/** A form about an app, whose fields are texts, read as changes to what is registered. */
import { z } from "zod";
import { clientMetadataSchema, type PartialMetadata } from "./schema.ts";
import { linesSchema } from "./templates/schema.ts";

const { shape } = clientMetadataSchema;

/** An empty field takes the value away. */
const text = z
  .string()
  .max(2048)
  .transform((value) => value.trim() || null);

const switchNames = [
  "requirePkce",
  "claimsInIdToken",
  "firstParty",
  "requireUserVerification",
  "requireDeviceBound",
] as const;
const switchName = z.enum(switchNames);

/** Fields that are not there are not changed. */
export const clientChangeSchema = z.object({
  name: shape.name.optional(),
  clientUri: text.optional(),
  redirectUris: linesSchema.optional(),
  postLogoutRedirectUris: linesSchema.optional(),
  tokenEndpointAuthMethod: shape.tokenEndpointAuthMethod.optional(),
  scopes: text.optional(),
  accessTokenFormat: shape.accessTokenFormat.optional(),
  maxAuthenticationAgeSeconds: z
    .string()
    .regex(/^\s*\d{0,9}\s*$/, "must be a number of seconds")
    .transform((value) => (value.trim() === "" ? null : Number(value)))
    .optional(),
  backchannelLogoutUri: text.optional(),
  frontchannelLogoutUri: text.optional(),
  /** The boxes that were there, and those that were ticked: an empty box sends nothing by itself. */
  switches: z.array(switchName).max(switchNames.length),
  on: z.array(switchName).max(switchNames.length),
});

export function clientChangesOf({
  switches,
  on,
  scopes,
  ...said
}: z.infer<typeof clientChangeSchema>): PartialMetadata {
  return {
    ...said,
    ...(scopes === undefined ? {} : { scopes: scopes === null ? null : [...new Set(scopes.split(/\s+/))] }),
    ...Object.fromEntries(switches.map((name) => [name, on.includes(name)])),
  };
}
