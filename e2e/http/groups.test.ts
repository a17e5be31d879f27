/** Groups and policies against the running server, in both lanes: by an administrator over HTTP, and from a shell. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, inject, it } from "vitest";
import { post, runCommand, type SignedInPerson, signUp, signUpAdministrator } from "../support/protocol.ts";

const newName = () => `${crypto.randomUUID()}@example.com`;
const newGroupName = () => `group-${crypto.randomUUID()}`;

let admin: SignedInPerson;
beforeAll(async () => {
  admin = await signUpAdministrator(newName());
});

async function send(method: string, path: string, body?: unknown, cookie = admin.cookie) {
  const baseUrl = inject("baseUrl");
  const response = await fetch(`${baseUrl}/api/v1/admin/${path}`, {
    method,
    redirect: "manual",
    headers: { cookie, origin: baseUrl, ...(body ? { "content-type": "application/json" } : {}) },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  const isJson = response.headers.get("content-type") === "application/json";
  const { data, error } = isJson ? JSON.parse(await response.text()) : {};
  return { status: response.status, data, code: error?.code };
}

async function newGroup(): Promise<{ id: string; name: string }> {
  const made = await send("POST", "groups", { name: newGroupName() });
  expect(made.status).toBe(200);
  return made.data.group;
}

/** Begins and completes a sign-in; the status and the code of the end. */
async function tryToSignIn({ authenticator }: SignedInPerson) {
  const begun = await post("/api/v1/webauthn/authenticate/begin", {});
  const credential = authenticator.get(begun.envelope.data as never);
  const { status, envelope } = await post("/api/v1/webauthn/authenticate/complete", { credential });
  return { status, code: envelope.error?.code, message: envelope.error?.message };
}

describe("groups over HTTP", () => {
  it("are made, listed, shown, renamed and deleted", async () => {
    const { id, name } = await newGroup();
    const listed = await send("GET", `groups?limit=1&after=${name.slice(0, -1)}`);
    expect(listed.data).toMatchObject({ groups: [{ id, name }] });
    const renamed = await send("PATCH", `groups/${id}`, { displayName: "Everybody" });
    expect(renamed.data).toMatchObject({ group: { id, name, displayName: "Everybody" } });
    expect((await send("GET", `groups/${id}`)).data).toEqual(renamed.data);
    expect(await send("DELETE", `groups/${id}`)).toMatchObject({ status: 200, data: { deleted: true } });
    expect(await send("GET", `groups/${id}`)).toMatchObject({ status: 404, code: "GROUP_NOT_FOUND" });
  });

  it("have members by the address of both", async () => {
    const [{ id }, person] = [await newGroup(), await signUp(newName())];
    const path = `groups/${id}/members/${person.user.id}`;
    expect((await send("PUT", path)).data).toEqual({ added: true });
    expect((await send("PUT", path)).data).toEqual({ added: false });
    expect((await send("GET", `groups/${id}/members`)).data).toMatchObject({
      members: [{ id: person.user.id, username: person.user.username }],
    });
    expect((await send("DELETE", path)).data).toEqual({ removed: true });
    expect(await send("PUT", `groups/${id}/members/${crypto.randomUUID()}`)).toMatchObject({
      status: 404,
      code: "USER_NOT_FOUND",
    });
  });

  it("are nobody's business but administrators'", async () => {
    const [{ id }, person] = [await newGroup(), await signUp(newName())];
    for (const [method, path, body] of [
      ["GET", "groups"],
      ["POST", "groups", { name: newGroupName() }],
      ["GET", `groups/${id}`],
      ["PATCH", `groups/${id}`, { displayName: "x" }],
      ["DELETE", `groups/${id}`],
      ["GET", `groups/${id}/members`],
      ["PUT", `groups/${id}/members/${person.user.id}`],
      ["DELETE", `groups/${id}/members/${person.user.id}`],
      ["GET", `groups/${id}/attestation-policy`],
      ["PUT", `groups/${id}/attestation-policy`, {}],
      ["DELETE", `groups/${id}/attestation-policy`],
      ["GET", "attestation-policy"],
      ["PUT", "attestation-policy", {}],
    ] as const) {
      expect(await send(method, path, body, person.cookie), path).toMatchObject({ code: "FORBIDDEN" });
      expect(await send(method, path, body, ""), path).toMatchObject({
        status: 401,
        code: "UNAUTHENTICATED",
      });
    }
  });

  it("answer every odd address and query with a refusal", async () => {
    for (const path of [
      "groups/7",
      "groups/%00",
      "groups/%ff",
      "groups/[id]/members",
      "groups?limit=x",
      "groups?after=%00",
      "groups?after=%ff",
      "groups?limit=1&limit=1",
    ])
      expect((await send("GET", path)).status, path).toBe(400);
    expect((await send("PUT", "groups")).status).toBe(405);
    expect((await send("POST", "attestation-policy", {})).status).toBe(405);
    expect((await send("POST", "groups", { name: "a\u0000" })).status).toBe(400);
  });
});

describe("a group's policy over HTTP", () => {
  it("holds at the next sign-in of its members, until they leave", async () => {
    const [{ id }, member, other] = [await newGroup(), await signUp(newName()), await signUp(newName())];
    const membership = `groups/${id}/members/${member.user.id}`;
    await send("PUT", membership);
    const policy = { formats: ["packed"] };
    expect((await send("PUT", `groups/${id}/attestation-policy`, policy)).data).toEqual({ policy });
    expect((await send("GET", `groups/${id}/attestation-policy`)).data).toEqual({ policy });
    expect(await tryToSignIn(member)).toEqual({
      status: 403,
      code: "ATTESTATION_NOT_ALLOWED",
      message:
        "This kind of authenticator is not allowed here. It must be able to prove which model it is, and the browser must be allowed to pass that on.",
    });
    expect((await tryToSignIn(other)).status).toBe(200);
    expect(await send("PUT", `groups/${id}/members/${admin.user.id}`)).toMatchObject({ code: "CONFLICT" });
    await send("DELETE", membership);
    expect((await tryToSignIn(member)).status).toBe(200);
    await send("PUT", membership);
    expect((await tryToSignIn(member)).status).toBe(403);
    expect((await send("DELETE", `groups/${id}/attestation-policy`)).data).toEqual({ policy: null });
    expect((await tryToSignIn(member)).status).toBe(200);
  });

  it("is set from a shell as well, and the server knows at once", async () => {
    const folder = mkdtempSync(join(tmpdir(), "latchkey-groups-"));
    const file = join(folder, "policy.json");
    writeFileSync(file, '{"formats": ["tpm"]}');
    const [name, member] = [newGroupName(), await signUp(newName())];
    await runCommand(["group", "add", "--name", name]);
    await runCommand(["policy", "set", "--group", name, "--file", file]);
    await runCommand(["group", "add-member", "--name", name, "--user", member.user.username]);
    expect((await runCommand(["group", "list"])).stdout).toContain(`${name}  (has a policy)`);
    expect(await tryToSignIn(member)).toMatchObject({ status: 403, code: "ATTESTATION_NOT_ALLOWED" });
    await runCommand(["policy", "clear", "--group", name]);
    expect((await tryToSignIn(member)).status).toBe(200);
    rmSync(folder, { recursive: true });
  }, 120_000);
});

describe("the policy for everybody over HTTP", () => {
  it("is shown and set, but never against the passkey of whoever sets it", async () => {
    const { data } = await send("GET", "attestation-policy");
    expect(data).toEqual({ policy: {} });
    const policy = { requireUserVerification: true };
    expect((await send("PUT", "attestation-policy", policy)).data).toEqual({ policy });
    expect(await send("PUT", "attestation-policy", { formats: ["tpm"] })).toMatchObject({
      status: 409,
      code: "CONFLICT",
    });
    expect((await send("PUT", "attestation-policy", { formats: [] })).status).toBe(400);
    expect((await send("PUT", "attestation-policy", {})).data).toEqual({ policy: {} });
  });
});
