import { describe, expect, it } from "vitest";
import type { ApiKeyId, SessionId, UserId } from "#drizzle/schema/ids.ts";
import type { Actor, UserActor } from "#lib/context/context.ts";
import { checkPermission, checkRank, hasPermission } from "./check-permission.ts";
import { isWriting, permissions, type Role, readPermissions, seesAdministration } from "./schema.ts";

const now = new Date("2026-01-01T12:00:00Z");

const person = (role: Role, values: Partial<UserActor> = {}): UserActor => ({
  type: "user",
  userId: "u" as UserId,
  username: "ana@example.com",
  displayName: "Ana",
  picture: undefined,
  locale: undefined,
  role,
  sessionId: "s" as SessionId,
  credentialId: undefined,
  method: "passkey",
  authTime: now,
  acr: "phr",
  amr: ["hwk", "user", "mfa"],
  ...values,
});

const key = (scopes: readonly string[], creatorRole: Role = "admin"): Actor => ({
  type: "api_key",
  keyId: "k" as ApiKeyId,
  name: "deploy",
  scopes,
  createdBy: "u" as UserId,
  creatorRole,
});

const allowed = (actor: Actor) => permissions.filter((permission) => hasPermission({ actor }, permission));

describe("roles", () => {
  it("let administrators and operators do everything, and people nothing", () => {
    expect(allowed(person("admin"))).toEqual([...permissions]);
    expect(allowed({ type: "operator" })).toEqual([...permissions]);
    expect(allowed(person("user"))).toEqual([]);
    expect(seesAdministration("user")).toBe(false);
  });

  it("let auditors see and export everything and change nothing", () => {
    expect(allowed(person("auditor"))).toEqual([...readPermissions, "audit.export"]);
  });

  it("let the helpdesk invite, help back in and sign out, and not read the trail or the settings", () => {
    expect(allowed(person("helpdesk")).filter(isWriting)).toEqual([
      "users.recover",
      "sessions.end",
      "invitations.write",
    ]);
    for (const permission of ["audit.read", "settings.read", "api_keys.read"] as const)
      expect(hasPermission({ actor: person("helpdesk") }, permission)).toBe(false);
  });

  it("let nobody who is not signed in, and no part of the program, do anything", () => {
    expect(allowed({ type: "anonymous" })).toEqual([]);
    expect(allowed({ type: "system", name: "jobs" })).toEqual([]);
  });
});

describe("an API key", () => {
  it("may do what it was given", () => {
    expect(allowed(key(["users.read", "clients.write"]))).toEqual(["users.read", "clients.write"]);
  });

  it("may do no more than who made it may do by now", () => {
    expect(allowed(key([...permissions], "user"))).toEqual([]);
    expect(allowed(key(["users.read", "users.write"], "helpdesk"))).toEqual(["users.read"]);
  });

  it("needs no confirmation", () => {
    expect(() => checkPermission({ actor: key(["users.write"]), now }, "users.write")).not.toThrow();
  });
});

describe("a change", () => {
  const long = new Date(now.getTime() - 3_600_000);

  it("wants a confirmation minutes ago, by more than presence", () => {
    for (const values of [{ authTime: long }, { amr: ["hwk", "user"] }])
      expect(() => checkPermission({ actor: person("admin", values), now }, "users.write")).toThrow(
        expect.objectContaining({ code: "STEP_UP_REQUIRED" }),
      );
  });

  it("and a look wait for a passkey where somebody came back without one", () => {
    const actor = person("admin", { method: "recovery_code" });
    for (const permission of ["users.read", "users.write"] as const) {
      expect(hasPermission({ actor }, permission)).toBe(false);
      expect(() => checkPermission({ actor, now }, permission)).toThrow(
        expect.objectContaining({ code: "STEP_UP_REQUIRED" }),
      );
    }
  });

  it("is refused to who may not make it, confirmed or not", () => {
    for (const authTime of [now, long])
      expect(() => checkPermission({ actor: person("auditor", { authTime }), now }, "users.write")).toThrow(
        expect.objectContaining({ code: "FORBIDDEN" }),
      );
  });

  it("is not confused with seeing", () => {
    expect(() =>
      checkPermission({ actor: person("auditor", { authTime: long }), now }, "users.read"),
    ).not.toThrow();
  });
});

describe("rank", () => {
  it("keeps the helpdesk from everybody above people", () => {
    for (const role of ["auditor", "helpdesk", "admin"] as const)
      for (const actor of [person("helpdesk"), key(["sessions.end"], "helpdesk")])
        expect(() => checkRank({ actor }, { role })).toThrow(expect.objectContaining({ code: "FORBIDDEN" }));
    expect(() => checkRank({ actor: person("helpdesk") }, { role: "user" })).not.toThrow();
    expect(() => checkRank({ actor: person("admin") }, { role: "admin" })).not.toThrow();
    expect(() => checkRank({ actor: { type: "operator" } }, { role: "admin" })).not.toThrow();
  });
});
