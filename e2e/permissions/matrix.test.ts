/**
 * Calls everything that the administration's interface has, as everybody: pages, endpoints and forms' actions of the
 * built server, with people of each role, sessions that do not suffice, and API keys with and without the scope. What
 * is refused is refused with the right code and leaves the database as it was.
 */
import { rmSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { keyScopes } from "#lib/api-keys/schema.ts";
import type { Pool } from "#lib/db/client.ts";
import { type Instance, launch, newDataDir, openBeside, terminate } from "../operation/instance.ts";
import { freePort } from "../support/latchkey-process.ts";
import { type ActionAddress, actionAddresses, callAction } from "./call-action.ts";
import {
  type Caller,
  callRest,
  makeCallers,
  makeKey,
  makeTargets,
  type Server,
  type Targets,
} from "./callers.ts";
import { type Action, administrationActions, administrationEndpoints } from "./collect-operations.ts";
import { actionInput, filledPath, restInput } from "./fill-calls.ts";
import { fingerprint } from "./fingerprint.ts";
import { type Operation, operations } from "./operations.ts";

const rows = Object.entries(operations);
const endpoints = administrationEndpoints();

let instance: Instance;
let server: Server;
let beside: Pool;
let callers: readonly Caller[];
let targets: Targets;
let keys: Map<string, { with: string | undefined; without: string }>;
let actions: Map<string, Action>;
let addresses: Map<string, ActionAddress>;

beforeAll(async () => {
  const dataDir = newDataDir();
  instance = launch(await freePort(), { DATA_DIR: dataDir });
  await instance.ready();
  server = { baseUrl: instance.baseUrl, dataDir };
  beside = openBeside(server.dataDir);
  actions = await administrationActions();
  addresses = actionAddresses(actions);
  callers = await makeCallers(server);
  const admin = callerCalled("admin");
  targets = await makeTargets(server, admin);
  keys = new Map();
  for (const [does, { permission, also, byKey }] of rows) {
    const without = await makeKey(
      server,
      admin,
      keyScopes.filter((scope) => scope !== permission),
    );
    keys.set(does, {
      without,
      with: byKey ? await makeKey(server, admin, [permission, ...also]) : undefined,
    });
  }
}, 240_000);

afterAll(async () => {
  await beside?.close();
  await terminate(instance);
  if (server) rmSync(server.dataDir, { recursive: true, force: true });
});

const callerCalled = (role: string) => {
  const found = callers.find((caller) => caller.kind === "person" && caller.role === role);
  if (!found) throw new Error(`nobody is ${role}`);
  return found;
};

/** What the interface must answer to this caller; `allowed` stands for all that is neither 401 nor 403. */
function verdict(
  row: Operation,
  caller: Caller,
): "allowed" | "UNAUTHENTICATED" | "FORBIDDEN" | "STEP_UP_REQUIRED" {
  if (caller.role === undefined) return "UNAUTHENTICATED";
  if (!row.who.includes(caller.role)) return "FORBIDDEN";
  if (caller.kind === "recovered") return "STEP_UP_REQUIRED";
  return row.confirmed && caller.kind === "unconfirmed" ? "STEP_UP_REQUIRED" : "allowed";
}

const statuses = { UNAUTHENTICATED: 401, STEP_UP_REQUIRED: 401, FORBIDDEN: 403 } as const;

async function rest(name: string, row: Operation, as: { cookie?: string; key?: string }) {
  const [method = "", template = ""] = name.split(" ");
  const contract = endpoints.get(name);
  if (!contract) throw new Error(`${name} is no endpoint`);
  const { query, body } = restInput(contract, row.input ?? {}, targets);
  return await callRest(server.baseUrl, {
    method,
    path: filledPath(template, targets, row.input) + query,
    body,
    ...as,
  });
}

async function act(name: string, row: Operation, cookie: string): Promise<string> {
  const [action, address] = [actions.get(name), addresses.get(name)];
  if (!action || !address) throw new Error(`${name} is no action`);
  const fields = actionInput(name, action, row.input ?? {}, targets);
  return await callAction(server.baseUrl, address, fields, cookie);
}

async function open(path: string, cookie: string) {
  const response = await fetch(server.baseUrl + filledPath(path, targets), {
    headers: { cookie },
    redirect: "manual",
  });
  await response.text();
  return { status: response.status, location: response.headers.get("location") ?? "" };
}

/** Whom the row refuses, before anything is allowed: what is then different was done by a refused call. */
describe("what is refused", () => {
  it("leaves the database as it was", async () => {
    const before = await fingerprint(beside.sql);
    for (const [does, row] of rows) {
      for (const caller of callers) {
        const expected = verdict(row, caller);
        if (expected === "allowed") continue;
        const because = `${caller.name} wants to ${does}`;
        for (const name of row.rest)
          expect(await rest(name, row, { cookie: caller.cookie }), `${because}: ${name}`).toMatchObject({
            status: statuses[expected],
            code: expected,
          });
        for (const name of row.actions)
          expect(await act(name, row, caller.cookie), `${because}: ${name}`).toBe(expected);
      }
      for (const name of row.rest) {
        const because = `a key wants to ${does}: ${name}`;
        const refused = { status: 403, code: "FORBIDDEN" };
        expect(await rest(name, row, { key: keys.get(does)?.without ?? "" }), because).toMatchObject(refused);
        const unknown = { status: 401, code: "UNAUTHENTICATED" };
        expect(await rest(name, row, { key: `lk_${"x".repeat(43)}` }), because).toMatchObject(unknown);
      }
    }
    expect(await fingerprint(beside.sql)).toEqual(before);
  }, 120_000);
});

describe("pages", () => {
  it.each(rows.filter(([, row]) => row.pages.length > 0))("let only some %s", async (_, row) => {
    for (const caller of callers) {
      // A page changes nothing, and asks for no confirmation.
      const expected = verdict({ ...row, confirmed: false }, caller);
      for (const path of row.pages) {
        const answer = await open(path, caller.cookie);
        const because = `${caller.name} opens ${path}`;
        if (expected === "allowed") expect(answer.status, because).toBe(200);
        else if (expected === "FORBIDDEN") expect(answer.status, because).toBe(404);
        else {
          expect(answer.status, because).toBe(307);
          const elsewhere = expected === "UNAUTHENTICATED" ? /^\/sign-in\?next=%2Fadmin/ : /^\/account$/;
          expect(answer.location, because).toMatch(elsewhere);
        }
      }
    }
  });
});

describe("who may", () => {
  it.each(rows)("can %s", async (does, row) => {
    for (const caller of callers.filter((candidate) => verdict(row, candidate) === "allowed")) {
      for (const name of row.rest) {
        const { status, code } = await rest(name, row, { cookie: caller.cookie });
        expect([401, 403], `${caller.name}: ${name}: ${code}`).not.toContain(status);
        expect(status, `${caller.name}: ${name}`).toBeLessThan(500);
      }
      for (const name of row.actions) {
        const refusals = ["UNAUTHENTICATED", "FORBIDDEN", "STEP_UP_REQUIRED", "INTERNAL_ERROR"];
        expect(refusals, `${caller.name}: ${name}`).not.toContain(await act(name, row, caller.cookie));
      }
    }
    const key = keys.get(does)?.with;
    for (const name of key === undefined ? [] : row.rest) {
      const { status, code } = await rest(name, row, { key: key ?? "" });
      expect([401, 403], `with the scope: ${name}: ${code}`).not.toContain(status);
      expect(status, `with the scope: ${name}`).toBeLessThan(500);
    }
  });
});
