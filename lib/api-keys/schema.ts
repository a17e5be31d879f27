/** What may be asked of API keys, and how administrators see them. Safe for the client. */
import { z } from "zod";
import { type Permission, permissions } from "#lib/permissions/schema.ts";

export const apiKeyIdSchema = z.uuid("must be the id of an API key").toLowerCase();

/**
 * A key makes no keys and gives nobody a role: what somebody does who found one must end with it.
 */
export const keyScopes = permissions.filter(
  (permission) => permission !== "api_keys.write" && permission !== "roles.write",
);

export const keyScopeSchema = z.enum(keyScopes as [Permission, ...Permission[]]);

export const newApiKeySchema = z.strictObject({
  name: z
    .string()
    .trim()
    .min(1, "must not be empty")
    .max(64, "must have at most 64 characters")
    .refine((name) => !/\p{Cc}/u.test(name) && name.isWellFormed(), "must not hold control characters")
    .describe("What it is for, such as the program that holds it."),
  scopes: z
    .array(keyScopeSchema)
    .min(1, "must name at least one permission")
    .max(keyScopes.length)
    .describe("What it may be used for; nothing that its maker may not do."),
  expiresInDays: z
    .int("must be a whole number")
    .min(1, "must be at least a day")
    .max(366, "must be at most 366 days")
    .default(90),
});

export type NewApiKey = z.input<typeof newApiKeySchema>;

export const apiKeySchema = z.object({
  id: apiKeyIdSchema,
  name: z.string(),
  state: z.enum(["live", "expired", "revoked"]),
  hint: z.string().describe("How the key begins."),
  scopes: z.array(z.string()).readonly(),
  createdBy: z.object({ id: z.uuid(), displayName: z.string() }),
  createdAt: z.date(),
  expiresAt: z.date(),
  lastUsedAt: z.date().nullable(),
  lastUsedIp: z.string().nullable(),
  revokedAt: z.date().nullable(),
});

export type ApiKey = z.infer<typeof apiKeySchema>;
