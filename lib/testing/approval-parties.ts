/** The two browsers of a device approval, for its tests: the one that waits, and the one with the passkey. */
import { desc } from "drizzle-orm";
import { auditEvents } from "#drizzle/schema/audit.ts";
import { decideDeviceApproval } from "#lib/accounts/device-approval/decide-device-approval.ts";
import { readApprovalState } from "#lib/accounts/device-approval/read-approval-state.ts";
import {
  requestDeviceApproval,
  type WaitingBrowser,
} from "#lib/accounts/device-approval/request-device-approval.ts";
import type { Context } from "#lib/context/context.ts";
import { revokePasskey } from "#lib/passkeys/managing/revoke-passkey.ts";
import type { Person } from "./authenticator/sign-up.ts";
import { buildUser } from "./build-user.ts";
import { type TestDatabase, testNow } from "./test-database.ts";

export function approvalParties(t: TestDatabase) {
  /** The browser that waits, in another house than the person. */
  const waiting = (overrides: Partial<Context> = {}) =>
    t.context({ ip: "198.51.100.9", userAgent: "Waiting browser", ...overrides });
  return {
    waiting,
    /** The person in the browser with the passkey, verified just now. */
    approving: (person: Person, overrides: Partial<Context> = {}) =>
      t.context({ actor: person.actor, ...overrides }),
    ask: (overrides: Partial<Context> = {}) => requestDeviceApproval(waiting(overrides)),
    approve: (ctx: Context, { request }: WaitingBrowser) =>
      decideDeviceApproval(ctx, { code: request.code, decision: "approve" }),
    deny: (ctx: Context, { request }: WaitingBrowser) =>
      decideDeviceApproval(ctx, { code: request.code, decision: "deny" }),
    stateOf: async ({ secret }: WaitingBrowser) => (await readApprovalState(waiting(), secret)).state,
    lastEvent: async () => (await t.db.select().from(auditEvents).orderBy(desc(auditEvents.id)).limit(1))[0],
    /** What an administrator does about somebody whose device was stolen. */
    revokeStolen: async (person: Person) => {
      const { actor } = await buildUser(t.db, { role: "admin" }, testNow);
      const ctx = t.context({ actor: { ...actor, amr: ["hwk", "user", "mfa"] } });
      return revokePasskey(ctx, { id: person.actor.credentialId ?? "", reason: "stolen" });
    },
  };
}
