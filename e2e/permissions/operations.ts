/**
 * Which role may do what in the administration, said by hand: every endpoint, page and form of it stands here once.
 * `administration-interface.test.ts` fails for whatever is missing or gone, `matrix.test.ts` calls all of it as
 * everybody. The same is said in lib/permissions a second time; that is the point.
 */
import type { Permission, Role } from "#lib/permissions/schema.ts";

export interface Operation {
  /** What the operation asks for, and what the scope of an API key must name. */
  readonly permission: Permission;
  /** Further permissions that it asks for. */
  readonly also: readonly Permission[];
  /** The roles that may. */
  readonly who: readonly Role[];
  /** Whether people must have used their passkey minutes ago. */
  readonly confirmed: boolean;
  /** Whether an API key may, whatever its scopes. */
  readonly byKey: boolean;
  /** Addresses of pages and downloads, as their folders below app/(admin) are called. */
  readonly pages: readonly string[];
  /** Methods and addresses below /api/v1/admin. */
  readonly rest: readonly string[];
  /** Names of forms' actions. */
  readonly actions: readonly string[];
  /** What the calls hold where it cannot be made up from their schemas. */
  readonly input?: Readonly<Record<string, unknown>>;
}

type Ways = Partial<Pick<Operation, "pages" | "rest" | "actions" | "input" | "byKey" | "also">>;
const ways = { also: [], pages: [], rest: [], actions: [], byKey: true };

const see = (permission: Permission, who: readonly Role[], given: Ways): Operation => ({
  ...ways,
  ...given,
  permission,
  who,
  confirmed: false,
});

const change = (permission: Permission, who: readonly Role[], given: Ways): Operation => ({
  ...ways,
  ...given,
  permission,
  who,
  confirmed: true,
});

const all: readonly Role[] = ["auditor", "helpdesk", "admin"];
const auditing: readonly Role[] = ["auditor", "admin"];
const helping: readonly Role[] = ["helpdesk", "admin"];
const admins: readonly Role[] = ["admin"];

export const operations: Readonly<Record<string, Operation>> = {
  // People
  "see people": see("users.read", all, {
    // What a tab shows beyond the person is asked for by what it reads.
    pages: [
      "/admin/users",
      "/admin/users/[id]",
      "/admin/users/[id]/passkeys",
      "/admin/users/[id]/sessions",
      "/admin/users/[id]/groups",
    ],
    rest: ["GET /users", "GET /users/export", "GET /users/{id}"],
    actions: ["matching-people"],
  }),
  "find anything by its name": see("users.read", all, { actions: ["find-targets"], input: { q: "ana" } }),
  "see a person's apps": see("consents.read", auditing, {
    pages: ["/admin/users/[id]/apps"],
    rest: ["GET /users/{id}/consents"],
  }),
  "change a person": change("users.write", admins, { rest: ["PATCH /users/{id}"], actions: ["change-user"] }),
  "shut a person out": change("users.write", admins, {
    rest: ["POST /users/{id}/disable"],
    actions: ["disable-user"],
  }),
  "let a person in again": change("users.write", admins, {
    rest: ["POST /users/{id}/enable"],
    actions: ["enable-user"],
  }),
  "shut many out, or let them in again": change("users.write", admins, {
    actions: ["change-states"],
    input: { ids: ["0b8a3c1e-5b0e-4f5b-9d3a-2f6c1d7e8f90"] },
  }),
  "give a role": change("roles.write", admins, {
    rest: ["PUT /users/{id}/role"],
    actions: ["set-role"],
    input: { role: "user" },
    byKey: false,
  }),
  "make a link back in": change("users.recover", helping, {
    rest: ["POST /users/{id}/recovery-link"],
    actions: ["make-recovery-link"],
  }),
  "see passkeys": see("credentials.read", all, {
    pages: ["/admin/passkeys"],
    rest: ["GET /credentials", "GET /credentials/models", "GET /exports/passkeys"],
    actions: ["matching-passkeys"],
  }),
  "revoke passkeys": change("credentials.revoke", admins, {
    rest: ["POST /credentials/{id}/revoke", "POST /credentials/revoke"],
    actions: ["revoke-passkey", "revoke-passkeys", "revoke-model"],
    input: { ids: ["0b8a3c1e-5b0e-4f5b-9d3a-2f6c1d7e8f90"] },
  }),
  "sign people out": change("sessions.end", helping, {
    rest: ["DELETE /sessions/{id}", "DELETE /users/{id}/sessions", "POST /sessions/end"],
    actions: ["end-session", "end-sessions", "end-many-sessions", "end-sessions-of-many"],
    input: { ids: ["0b8a3c1e-5b0e-4f5b-9d3a-2f6c1d7e8f90"] },
  }),

  // Groups
  "see groups": see("groups.read", all, {
    pages: ["/admin/groups", "/admin/groups/[id]"],
    rest: [
      "GET /groups",
      "GET /exports/groups",
      "GET /groups/{id}",
      "GET /groups/{id}/members",
      "GET /groups/{id}/managers",
      "GET /groups/{id}/attestation-policy",
      "GET /groups/{id}/claims",
      "GET /users/{id}/groups",
      "GET /users/{id}/claims",
    ],
  }),
  "make and change groups": change("groups.write", admins, {
    rest: ["POST /groups", "PATCH /groups/{id}"],
    actions: ["create-group", "change-group"],
    input: { name: "made-group" },
  }),
  "add claims to groups and people": change("groups.write", admins, {
    rest: [
      "PUT /groups/{id}/claims/{name}",
      "DELETE /groups/{id}/claims/{name}",
      "PUT /users/{id}/claims/{name}",
      "DELETE /users/{id}/claims/{name}",
    ],
    actions: ["set-group-claim", "remove-group-claim"],
    input: { name: "department", value: "sales" },
  }),
  "put people into groups": change("groups.members", admins, {
    rest: ["PUT /groups/{id}/members/{userId}", "DELETE /groups/{id}/members/{userId}"],
    actions: ["add-member", "remove-member", "add-to-group", "remove-from-group", "change-memberships"],
    input: { ids: ["0b8a3c1e-5b0e-4f5b-9d3a-2f6c1d7e8f90"] },
  }),
  "say who manages a group": change("groups.write", admins, {
    rest: ["PUT /groups/{id}/managers/{userId}", "DELETE /groups/{id}/managers/{userId}"],
    actions: ["add-manager", "remove-manager"],
  }),
  "set a group's policy": change("settings.write", admins, {
    rest: ["PUT /groups/{id}/attestation-policy", "DELETE /groups/{id}/attestation-policy"],
  }),
  "delete a group": change("groups.write", admins, {
    rest: ["DELETE /groups/{id}"],
    actions: ["delete-group"],
  }),

  // Invitations
  "see invitations": see("invitations.read", all, {
    pages: ["/admin/invitations"],
    rest: ["GET /invitations"],
  }),
  invite: change("invitations.write", helping, { rest: ["POST /invitations"], actions: ["invite"] }),
  "withdraw an invitation": change("invitations.write", helping, {
    rest: ["DELETE /invitations/{id}"],
    actions: ["revoke-invitation"],
  }),

  // Apps
  "see apps": see("clients.read", all, {
    pages: [
      "/admin/clients",
      "/admin/clients/[id]",
      "/admin/clients/[id]/settings",
      "/admin/clients/[id]/access",
      "/admin/clients/[id]/secrets",
      "/admin/clients/[id]/errors",
      "/admin/clients/[id]/claims",
      "/admin/clients/[id]/test",
    ],
    rest: ["GET /clients", "GET /clients/{id}", "GET /clients/{id}/errors", "GET /exports/apps"],
  }),
  "see what an app would learn of a person": see("clients.read", all, {
    pages: ["/admin/users/[id]/claims"],
    rest: ["POST /clients/{id}/claims-preview"],
    also: ["users.read"],
  }),
  "add an app": change("clients.write", admins, {
    pages: ["/admin/clients/new"],
    rest: ["POST /clients"],
    actions: ["add-client"],
  }),
  "change an app": change("clients.write", admins, {
    rest: [
      "PATCH /clients/{id}",
      "PUT /clients/{id}/groups",
      "PUT /clients/{id}/logo",
      "POST /clients/{id}/logo/fetch",
      "DELETE /clients/{id}/logo",
    ],
    actions: ["change-client", "set-client-groups", "register-address"],
  }),
  "try an app out": change("clients.write", admins, { actions: ["begin-test-sign-in"] }),
  "change an app's secrets": change("clients.write", admins, {
    rest: ["POST /clients/{id}/secrets", "DELETE /clients/{id}/secrets/{secretId}"],
    actions: ["add-client-secret", "remove-client-secret"],
  }),
  "shut an app out, or in again": change("clients.write", admins, {
    rest: ["POST /clients/{id}/disable", "POST /clients/{id}/enable"],
    actions: ["disable-client", "enable-client", "change-client-states"],
    input: { ids: ["nobody"] },
  }),
  "see by which tokens apps may register": see("clients.read", all, { rest: ["GET /registration-tokens"] }),
  "let apps register": change("clients.write", admins, {
    rest: ["POST /registration-tokens", "DELETE /registration-tokens/{name}"],
    input: { name: "matrix" },
  }),
  "see consents": see("consents.read", auditing, { pages: ["/admin/consents"], rest: ["GET /consents"] }),
  "withdraw a consent": change("consents.revoke", admins, {
    rest: ["DELETE /users/{id}/consents/{clientId}"],
    actions: ["revoke-consent"],
  }),
  "delete an app": change("clients.write", admins, {
    rest: ["DELETE /clients/{id}"],
    actions: ["delete-client"],
  }),

  // Activity
  "see sessions": see("sessions.read", all, {
    pages: ["/admin/sessions"],
    rest: ["GET /sessions", "GET /exports/sessions"],
    actions: ["matching-sessions"],
  }),
  "see the overview": see("users.read", all, { pages: ["/admin"], rest: ["GET /overview"] }),
  "see the trail": see("audit.read", auditing, {
    pages: ["/admin/audit", "/admin/audit/[id]", "/admin/users/[id]/activity"],
    rest: ["GET /audit", "GET /audit/newer", "GET /audit/{id}"],
  }),
  "carry the trail away": change("audit.export", auditing, { rest: ["GET /audit/export"] }),

  // System
  "see settings and the policy": see("settings.read", auditing, {
    pages: ["/admin/policy"],
    rest: ["GET /settings", "GET /attestation-policy", "POST /attestation-policy/preview"],
    actions: ["preview-settings", "preview-policy"],
    input: { version: "*", models: "any", others: "" },
  }),
  "change settings and the policy": change("settings.write", admins, {
    rest: ["PATCH /settings", "PUT /attestation-policy"],
    actions: ["change-settings", "set-policy"],
    input: { version: "*", models: "any", others: "" },
  }),
  "see the branding": see("settings.read", auditing, {
    pages: ["/admin/branding"],
    rest: ["GET /branding"],
    actions: ["preview-branding"],
  }),
  "change the branding": change("settings.write", admins, {
    rest: [
      "PATCH /branding",
      "DELETE /branding",
      "PUT /branding/images/{slot}",
      "DELETE /branding/images/{slot}",
    ],
    actions: ["save-branding", "reset-branding"],
    input: { slot: "logo_light" },
  }),
  "see the state of the system": see("health.read", all, {
    pages: ["/admin/health"],
    rest: ["GET /health"],
  }),
  "see mail": see("settings.read", auditing, { pages: ["/admin/mail"], rest: ["GET /mail"] }),
  "look after mail": change("settings.write", admins, {
    rest: ["POST /mail/test", "POST /mail/messages/{id}/retry", "DELETE /mail/messages/{id}"],
    actions: ["send-test-mail", "retry-mail", "discard-mail"],
    input: { to: "nobody@example.com" },
  }),
  "see signing keys": see("signing_keys.read", auditing, {
    pages: ["/admin/signing-keys"],
    rest: ["GET /signing-keys"],
  }),
  "rotate and revoke signing keys": change("signing_keys.write", admins, {
    rest: ["POST /signing-keys/rotate", "POST /signing-keys/{kid}/revoke"],
    actions: ["rotate-signing-keys", "revoke-signing-key"],
  }),
  "see API keys": see("api_keys.read", auditing, { pages: ["/admin/api-keys"], rest: ["GET /api-keys"] }),
  "make and end API keys": change("api_keys.write", admins, {
    rest: ["POST /api-keys", "DELETE /api-keys/{id}"],
    actions: ["create-api-key", "revoke-api-key"],
    byKey: false,
  }),

  // At the end, because everything above is about this person.
  "delete a person": change("users.delete", admins, {
    rest: ["DELETE /users/{id}"],
    actions: ["delete-user"],
  }),
};
