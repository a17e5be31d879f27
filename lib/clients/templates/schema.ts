/** Kinds of apps that are set up in a known way, and what the form about them asks. Safe for the client. */
import { z } from "zod";
import { clientGroupsSchema, clientMetadataSchema } from "../schema.ts";

export const templateIds = [
  "grafana",
  "gitea",
  "nextcloud",
  "immich",
  "proxmox",
  "oauth2-proxy",
  "argo-cd",
  "web",
  "single-page",
  "native",
  "machine",
] as const;
export const templateIdSchema = z.enum(templateIds);
export type TemplateId = z.infer<typeof templateIdSchema>;

/**
 * Where the app runs: no query, no fragment, and only characters that mean nothing to a shell, to YAML or to an ini
 * file, since the address ends up in settings that are pasted into them. Without a slash at its end.
 */
export const appUrlSchema = z
  .string()
  .trim()
  .max(500)
  .regex(
    /^https?:\/\/(?:[A-Za-z0-9.-]+|\[[0-9A-Fa-f:.]+\])(?::\d{1,5})?(?:\/[A-Za-z0-9._~-]+)*\/?$/,
    "must be an address such as https://app.example.com",
  )
  .transform((value) => value.replace(/\/$/, ""));

/** One address a line; empty lines are none. */
export const linesSchema = z
  .string()
  .max(50 * 2048)
  .transform((text) => [
    ...new Set(
      text
        .split(/\r?\n/)
        .map((line) => line.trim())
        .filter((line) => line !== ""),
    ),
  ]);

/** A form about a new app; `appUrl` is empty where the kind has no address. */
export const newFromTemplateSchema = z.strictObject({
  template: templateIdSchema,
  name: clientMetadataSchema.shape.name,
  appUrl: z.union([z.literal(""), appUrlSchema]).default(""),
  redirectUris: linesSchema.default([]),
  postLogoutRedirectUris: linesSchema.default([]),
  ...clientGroupsSchema.shape,
  firstParty: z.enum(["on"]).optional(),
});
