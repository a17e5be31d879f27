/** Every table, for Drizzle's migrations and the typed client. The one barrel of the project. */
export * from "./accounts.ts";
export * from "./api-keys.ts";
export * from "./audit.ts";
export * from "./clients.ts";
export * from "./credentials.ts";
export * from "./grants.ts";
export * from "./groups.ts";
export * from "./images.ts";
export * from "./invitations.ts";
export * from "./metadata.ts";
export * from "./oidc.ts";
export * from "./outbox.ts";
export * from "./passkeys.ts";
export * from "./sessions.ts";
export * from "./settings.ts";
export * from "./signing-keys.ts";
export * from "./users.ts";
