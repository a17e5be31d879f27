/** What may be seen and done beyond one's own account, and which role may what. Safe for the client. */
import { z } from "zod";

/** To see it. A session is enough. */
export const readPermissions = [
  "users.read",
  "credentials.read",
  "sessions.read",
  "groups.read",
  "invitations.read",
  "clients.read",
  "consents.read",
  "audit.read",
  "settings.read",
  "signing_keys.read",
  "api_keys.read",
  "health.read",
] as const;

/** To change it, or to carry all of it out of the house. People must have confirmed minutes ago that it is them. */
export const writePermissions = [
  "users.write",
  "users.delete",
  "users.recover",
  "roles.write",
  "credentials.revoke",
  "sessions.end",
  "groups.write",
  "groups.members",
  "invitations.write",
  "clients.write",
  "consents.revoke",
  "audit.export",
  "settings.write",
  "signing_keys.write",
  "api_keys.write",
] as const;

export const permissions = [...readPermissions, ...writePermissions] as const;
export const permissionSchema = z.enum(permissions);
export type Permission = z.infer<typeof permissionSchema>;

const writing: ReadonlySet<string> = new Set(writePermissions);

/** Whether it takes more than a session: a confirmation by passkey. */
export function isWriting(permission: Permission): boolean {
  return writing.has(permission);
}

export const roleSchema = z.enum(["user", "auditor", "helpdesk", "admin"]);
export type Role = z.infer<typeof roleSchema>;

/**
 * `auditor` sees and exports everything and changes nothing. `helpdesk` lets people in and back in, and signs them
 * out; what it may do to whom is narrowed further by `checkRank`.
 */
const permissionsOfRole: Readonly<Record<Role, ReadonlySet<Permission>>> = {
  user: new Set(),
  auditor: new Set([...readPermissions, "audit.export"]),
  helpdesk: new Set([
    "users.read",
    "credentials.read",
    "sessions.read",
    "groups.read",
    "invitations.read",
    "clients.read",
    "health.read",
    "users.recover",
    "sessions.end",
    "invitations.write",
  ]),
  admin: new Set(permissions),
};

export function roleAllows(role: Role, permission: Permission): boolean {
  return permissionsOfRole[role].has(permission);
}

/** Whether somebody of this role has anything to look for in the administration at all. */
export function seesAdministration(role: Role): boolean {
  return permissionsOfRole[role].size > 0;
}
