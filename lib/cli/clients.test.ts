import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { recordClientError } from "#lib/clients/errors/record-client-error.ts";
import { findAnyClient, selectClientGroups } from "#lib/clients/store.ts";
import type { Context } from "#lib/context/context.ts";
import { type TestDatabase, testDatabase } from "#lib/testing/test-database.ts";
import { clientAdd } from "./client-add.ts";
import { clientErrors } from "./client-errors.ts";
import { clientGroups } from "./client-groups.ts";
import { clientRemove } from "./client-remove.ts";
import { clientSecretAdd, clientSecretRemove } from "./client-secret.ts";
import { clientDisable, clientEnable, clientUpdate } from "./client-update.ts";
import { groupAdd } from "./group-add.ts";
import {
  registrationTokenAdd,
  registrationTokenList,
  registrationTokenRemove,
} from "./registration-token.ts";
import { UsageError } from "./usage-error.ts";

let t: TestDatabase;
let folder: string;
let ctx: Context;
const file = (name: string, value: unknown) => {
  writeFileSync(join(folder, name), JSON.stringify(value));
  return join(folder, name);
};

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "latchkey-cli-"));
  t = await testDatabase();
  ctx = t.context({ actor: { type: "operator" } });
});
afterAll(async () => {
  await t.close();
  rmSync(folder, { recursive: true });
});

describe("client add", () => {
  it("takes flags over what the file says", async () => {
    const path = file("app.json", { name: "From file", claimsInIdToken: true });
    const values = {
      id: "notes",
      name: "Notes",
      "redirect-uri": ["https://a.example.com/cb"],
      file: path,
      json: true,
    };
    expect(JSON.parse(await clientAdd.run(ctx, values))).toMatchObject({ clientId: "notes" });
    expect(await findAnyClient(t.db, "notes")).toMatchObject({ name: "Notes", claimsInIdToken: true });
  });

  it("registers an app without people by its grant alone", async () => {
    const values = { id: "robot", name: "Robot", "grant-type": ["client_credentials"] };
    expect(await clientAdd.run(ctx, values)).toContain("Client secret");
    expect(await findAnyClient(t.db, "robot")).toMatchObject({ responseTypes: [], redirectUris: [] });
  });

  it("tells a wrong call from a wrong app", async () => {
    await expect(clientAdd.run(ctx, { name: "A" })).rejects.toThrow(UsageError);
    await expect(clientAdd.run(ctx, { name: "A", file: file("list.json", []) })).rejects.toThrow(UsageError);
    const values = {
      name: "A",
      "redirect-uri": ["https://a.example.com/cb"],
      file: file("bad.json", { x: 1 }),
    };
    await expect(clientAdd.run(ctx, values)).rejects.toMatchObject({ code: "VALIDATION_ERROR" });
  });
});

describe("client groups", () => {
  it("says whose members may sign in, by name", async () => {
    await groupAdd.run(ctx, { name: "staff" });
    expect(await clientGroups.run(ctx, { id: "robot", group: ["Staff"] })).toContain("staff");
    expect(await selectClientGroups(t.db, "robot" as never)).toHaveLength(1);
    expect(await clientGroups.run(ctx, { id: "robot" })).toContain("Everybody");
    await expect(clientGroups.run(ctx, { id: "robot", group: ["nobody"] })).rejects.toMatchObject({
      code: "GROUP_NOT_FOUND",
    });
  });
});

describe("registration-token", () => {
  it("adds, lists and removes tokens", async () => {
    const added = JSON.parse(await registrationTokenAdd.run(ctx, { uses: "3", expires: "60", json: true }));
    expect(added.token).toMatch(/^.{43}$/);
    expect(await registrationTokenList.run(ctx, {})).toContain("apps  uses left: 3");
    expect(await registrationTokenList.run(ctx, { json: true })).not.toContain(added.token);
    expect(await registrationTokenRemove.run(ctx, { name: "apps" })).toBe("Removed: 1.");
    expect(await registrationTokenList.run(ctx, {})).toBe("There is none.");
    await expect(registrationTokenAdd.run(ctx, { uses: "many" })).rejects.toThrow(UsageError);
    await expect(registrationTokenRemove.run(ctx, {})).rejects.toThrow(UsageError);
  });
});

describe("an app's life on the command line", () => {
  it("is changed, gets secrets, tells its errors, is shut out, let in and removed", async () => {
    const id = "notes";
    const changes = file("changes.json", { tokenEndpointAuthMethod: "client_secret_jwt" });
    expect(await clientUpdate.run(ctx, { id, file: changes })).toContain("Client secret");
    const added = JSON.parse(await clientSecretAdd.run(ctx, { id, expires: "3600", json: true }));
    expect(await clientSecretRemove.run(ctx, { id, "secret-id": added.secretId })).toContain("removed");
    await expect(clientSecretAdd.run(ctx, { id, expires: "soon" })).rejects.toThrow(UsageError);
    await expect(clientSecretRemove.run(ctx, { id, "secret-id": "x" })).rejects.toThrow(UsageError);

    expect(await clientErrors.run(ctx, { id })).toBe("This app has made no mistakes.");
    await recordClientError(ctx, {
      client: { id: id as never },
      endpoint: "/oauth/authorize",
      code: "redirect_uri_not_registered",
      explanation: "That address is not registered.",
      facts: [
        { name: "redirect_uri", sent: "https://b.example.com/", registered: ["https://a.example.com/cb"] },
      ],
    });
    const told = await clientErrors.run(ctx, { id });
    expect(told).toContain("redirect_uri sent:       https://b.example.com/");
    expect(told).toContain("redirect_uri registered: https://a.example.com/cb");

    expect(await clientDisable.run(ctx, { id })).toContain("shut out");
    expect(await clientEnable.run(ctx, { id })).toContain("can sign its people in again");
    expect(await clientRemove.run(ctx, { id })).toContain("removed");
    await expect(clientRemove.run(ctx, { id })).rejects.toMatchObject({ code: "CLIENT_NOT_FOUND" });
    await expect(clientRemove.run(ctx, {})).rejects.toThrow(UsageError);
  });
});
