/** Every server action that was built, called as pages of other sites and people with other people's ids would. */
import { randomBytes, randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { type Browser, openBrowser } from "../oidc/support/browser.ts";
import { authorize } from "../oidc/support/flow.ts";
import { type App, type Issuer, sharedIssuer } from "../oidc/support/issuer.ts";

interface BuiltAction {
  readonly id: string;
  readonly name: string;
  readonly file: string;
  /** An address whose page knows it. */
  readonly page: string;
}

/** What the build knows of them, so that a new one is here by itself. */
const actions: readonly BuiltAction[] = Object.entries(readManifest()).map(
  ([id, { exportedName, filename, workers }]) => ({
    id,
    name: exportedName,
    file: filename,
    page: addressOf(Object.keys(workers)[0] ?? ""),
  }),
);

interface Manifest {
  readonly node: Record<string, { exportedName: string; filename: string; workers: Record<string, unknown> }>;
}

function readManifest(): Manifest["node"] {
  const path = join(import.meta.dirname, "../../.next/server/server-reference-manifest.json");
  return (JSON.parse(readFileSync(path, "utf8")) as Manifest).node;
}

function addressOf(worker: string): string {
  const path = worker.replace(/^app\/|\/page$/g, "").replace(/\([^)]+\)\//g, "");
  return `/${path.replace(/\[[^\]]+\]/g, randomUUID())}`;
}

let issuer: Issuer;
let app: App;
let ana: Browser;
let eve: Browser;
beforeAll(async () => {
  issuer = sharedIssuer();
  app = await issuer.addApp({ tokenEndpointAuthMethod: "none" });
  [ana, eve] = [await openBrowser(issuer), await openBrowser(issuer)];
  await authorize({ issuer, app, browser: ana });
});
afterAll(() => issuer.close());

/** As React sends a form to an action. Those of `useActionState` are handed its state before the form. */
async function call(
  { id, page }: BuiltAction,
  fields: Readonly<Record<string, string>>,
  headers: Readonly<Record<string, string>> = { origin: inject("baseUrl") },
) {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.set(`_1_${name}`, value);
  body.set("0", JSON.stringify(id.startsWith("60") ? [null, "$K1"] : ["$K1"]));
  const response = await fetch(inject("baseUrl") + page, {
    method: "POST",
    redirect: "manual",
    headers: { cookie: eve.cookie(), accept: "text/x-component", "next-action": id, ...headers },
    body,
  });
  const { code } = /"code":"(?<code>[A-Z_]+)"/.exec(await response.text())?.groups ?? {};
  return { status: response.status, code };
}

async function read(who: Browser, path: string): Promise<Record<string, never>> {
  const response = await fetch(`${inject("baseUrl")}/api/v1/me/${path}`, {
    headers: { cookie: who.cookie() },
  });
  return ((await response.json()) as { data: Record<string, never> }).data;
}

const stateOf = async (who: Browser) =>
  await Promise.all(["profile", "email", "passkeys", "sessions", "apps"].map((path) => read(who, path)));

describe("a page of another site", () => {
  it.each(actions.map((action) => [`${action.name} of ${action.file}`, action] as const))(
    "reaches no action: not %s",
    async (_, action) => {
      for (const headers of [
        { origin: "https://evil.example" },
        { origin: "null" },
        { origin: `${inject("baseUrl")}.evil.example` },
        { "sec-fetch-site": "cross-site" },
        { "sec-fetch-site": "same-site" },
      ] as Readonly<Record<string, string>>[])
        expect((await call(action, {}, headers)).status, JSON.stringify(headers)).toBe(403);
      // And a page of ours does.
      expect([200, 303]).toContain((await call(action, {})).status);
    },
  );
});

/** The actions of one's own account: what of somebody else's their fields could name, and the refusal. */
const attempts: Readonly<
  Record<string, (() => Promise<{ fields: Record<string, string>; code: string }>) | "names nobody">
> = {
  chooseLocale: "names nobody",
  chooseTheme: "names nobody",
  saveProfile: "names nobody",
  changeEmail: "names nobody",
  verifyEmail: "names nobody",
  withdrawEmailRequest: "names nobody",
  endOtherSessions: "names nobody",
  // Without a mail server no such link exists; the operation's tests hold those of others against it.
  confirmAddress: async () => ({
    fields: { token: randomBytes(32).toString("base64url") },
    code: "FORBIDDEN",
  }),
  endSession: async () => {
    const { sessions } = (await read(ana, "sessions")) as unknown as { sessions: { id: string }[] };
    return { fields: { id: sessions[0]?.id ?? "" }, code: "SESSION_NOT_FOUND" };
  },
  addManagedMember: async () => ({
    fields: { id: randomUUID(), email: "leo@example.com" },
    code: "GROUP_NOT_FOUND",
  }),
  dropManagedMember: async () => ({
    fields: { id: randomUUID(), userId: ana.userId },
    code: "GROUP_NOT_FOUND",
  }),
  revokeApp: async () => ({ fields: { clientId: app.clientId }, code: "GRANT_NOT_FOUND" }),
};
const own = actions.filter(({ file }) => !file.includes("(admin)"));

describe("an id of another person", () => {
  it("is tried at every action of the account", () => {
    expect(own.map(({ name }) => name).sort()).toEqual(Object.keys(attempts).sort());
  });

  it.each(own.map((action) => [action.name, action] as const))("is nothing to %s", async (name, action) => {
    const before = await stateOf(ana);
    const attempt = attempts[name];
    if (typeof attempt === "function") {
      const { fields, code } = await attempt();
      expect(await call(action, fields)).toEqual({ status: 200, code });
    } else
      for (const field of ["id", "userId", "user"]) {
        const { code } = await call(action, { [field]: ana.userId });
        // Those for everybody say nothing at all; the others refuse what they do not know.
        if (action.file !== "app/actions.ts") expect(code).toBe("VALIDATION_ERROR");
      }
    expect(await stateOf(ana)).toEqual(before);
    expect(before[4]).toMatchObject({ apps: [{ clientId: app.clientId }] });
  });
});
