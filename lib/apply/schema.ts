/** What a file of `latchkey apply` may say. Everything that it leaves out stays as it is. */
import { z } from "zod";
import { brandingChangeSchema } from "#lib/branding/schema.ts";
import { clientIdSchema, clientMetadataSchema, partialMetadataSchema } from "#lib/clients/schema.ts";
import { claimNameSchema, claimValueSchema } from "#lib/groups/claims/schema.ts";
import { groupNameSchema } from "#lib/groups/schema.ts";
import { attestationPolicySchema } from "#lib/passkeys/policy/schema.ts";
import { settingsChangeSchema } from "#lib/settings/run-time/schema.ts";
import { displayNameSchema, usernameSchema } from "#lib/users/schema.ts";

const unrepeated =
  <T>(keyOf: (entry: T) => string, what: string) =>
  (entries: readonly T[], context: z.RefinementCtx): void => {
    const keys = entries.map(keyOf);
    for (const [index, key] of keys.entries())
      if (keys.indexOf(key) !== index)
        context.addIssue({ code: "custom", path: [index], message: `is the second ${what} called ${key}` });
  };

const groupSchema = z.strictObject({
  name: groupNameSchema,
  displayName: displayNameSchema.optional(),
  claims: z.record(claimNameSchema, claimValueSchema).optional(),
  /** By their addresses. Others stay members, unless `prune.members`. */
  members: z.array(usernameSchema).max(10_000).optional(),
  /** Null: its members are under what holds for everybody alone. */
  policy: attestationPolicySchema.nullable().optional(),
});

export const secretSources = ["secretFile", "secretEnv"] as const;

const clientSchema = partialMetadataSchema
  .extend({
    /** What the app is known by from one run to the next. */
    id: clientIdSchema,
    name: clientMetadataSchema.shape.name,
    /** By their names; none: everybody may use it. */
    groups: z.array(groupNameSchema).max(200).optional(),
    disabled: z.boolean().optional(),
    /** A file, from where the configuration file lies, whose text is the secret. */
    secretFile: z.string().min(1).max(4096).optional(),
    /** A variable of the environment that holds it. */
    secretEnv: z
      .string()
      .regex(/^[A-Za-z_][A-Za-z0-9_]{0,127}$/, "must be the name of a variable")
      .optional(),
  })
  .refine((client) => client.secretFile === undefined || client.secretEnv === undefined, {
    path: ["secretFile"],
    message: "must not stand beside secretEnv",
  });

export const configurationSchema = z.strictObject({
  groups: z
    .array(groupSchema)
    .max(1000)
    .superRefine(unrepeated(({ name }) => name, "group"))
    .default([]),
  clients: z
    .array(clientSchema)
    .max(1000)
    .superRefine(unrepeated(({ id }) => id, "app"))
    .default([]),
  settings: settingsChangeSchema.optional(),
  /** Which authenticators may be used; null asks nothing. */
  policy: attestationPolicySchema.nullable().optional(),
  branding: brandingChangeSchema.optional(),
  /** What is removed where the file does not name it. Apps that registered themselves never are. */
  prune: z
    .strictObject({
      groups: z.boolean(),
      clients: z.boolean(),
      claims: z.boolean(),
      members: z.boolean(),
    })
    .partial()
    .default({}),
});

export type Configuration = z.infer<typeof configurationSchema>;
export type GroupEntry = Configuration["groups"][number];
export type ClientEntry = Configuration["clients"][number];

/** One difference between the file and what is there. */
export interface Change {
  readonly act: "add" | "change" | "remove";
  readonly what: string;
  /** What becomes of which member, one line each. */
  readonly lines: readonly string[];
  /** A secret that was made, shown this once. */
  readonly secret?: string;
}
