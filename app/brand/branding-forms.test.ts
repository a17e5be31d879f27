import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { currentBranding } from "#lib/branding/current-branding.ts";
import { getBranding } from "#lib/branding/get-branding.ts";
import { versionTag } from "#lib/context/check-unchanged.ts";
import { setRuntime } from "#lib/context/runtime.ts";
import { sealSessionCookie } from "#lib/http/session-cookie.ts";
import { buildUser } from "#lib/testing/build-user.ts";
import { type TestDatabase, testDatabase } from "#lib/testing/test-database.ts";
import { POST } from "./route.ts";

const origin = "https://id.example.com";
let t: TestDatabase;
let cookies: { admin: string; tired: string; user: string };
let picture: Buffer;

beforeAll(async () => {
  t = await testDatabase();
  setRuntime(t.runtime());
  cookies = {
    admin: await cookieOf("admin", 60),
    tired: await cookieOf("admin", 3600),
    user: await cookieOf("user", 60),
  };
  picture = await sharp({ create: { width: 60, height: 20, channels: 3, background: "#c02080" } })
    .png()
    .toBuffer();
});
afterAll(() => t.close());

async function cookieOf(role: "admin" | "user", secondsAgo: number): Promise<string> {
  const { token } = await buildUser(t.db, { role }, new Date(Date.now() - secondsAgo * 1000));
  await t.sql`update sessions set amr = '{hwk,user,mfa}', last_activity_at = now(), expires_at = now() + interval '1 day'`;
  const sealed = await sealSessionCookie(t.runtime(), { token, expiresAt: new Date(Date.now() + 60_000) });
  return sealed.split(";")[0] ?? "";
}

/** Where the answer leads: the query of the page, or the status where it leads nowhere. */
async function send(fields: Record<string, string | Blob>, headers: Record<string, string> = {}) {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.set(name, value);
  const response = await POST(
    new Request(`${origin}/brand`, {
      method: "POST",
      headers: { cookie: cookies.admin, origin, "sec-fetch-site": "same-origin", ...headers },
      body,
    }),
  );
  const location = response.headers.get("location");
  if (location === null) return String(response.status);
  const url = new URL(location);
  expect(`${url.origin}${url.pathname}`).toBe(`${origin}/admin/branding`);
  return url.search;
}
const form = (changed: Record<string, string> = {}) => ({
  version: "*",
  name: "",
  accent: "",
  background: "none",
  backgroundColor: "",
  corners: "regular",
  supportName: "",
  supportAddress: "",
  ...changed,
});

describe("the branding's plain forms", () => {
  it("save what is written, and lead back to the page", async () => {
    expect(await send(form({ name: "Acme", link0Label: "Imprint", link0Url: "https://a.example" }))).toBe(
      "?outcome=done",
    );
    expect(await currentBranding(t.context())).toMatchObject({
      name: "Acme",
      footerLinks: [{ label: "Imprint", url: "https://a.example" }],
    });
  });

  it("say which field was refused", async () => {
    expect(await send(form({ accent: "red" }))).toBe("?outcome=VALIDATION_ERROR&field=accent");
  });

  it("do not overwrite what somebody else changed meanwhile", async () => {
    const { updatedAt } = await getBranding(t.context({ actor: { type: "operator" } }));
    const version = versionTag(new Date(updatedAt.getTime() - 1));
    expect(await send(form({ version, name: "Stale" }))).toBe("?outcome=PRECONDITION_FAILED");
  });

  it("take a picture, replace it and remove it", async () => {
    const file = new Blob([new Uint8Array(picture)]);
    expect(await send({ slot: "icon", file })).toBe("?outcome=done");
    expect((await currentBranding(t.context())).images.icon).toMatchObject({ width: 256, height: 256 });
    expect(await send({ slot: "icon", file: new Blob(["no picture"]) })).toBe(
      "?outcome=UNSUPPORTED_MEDIA_TYPE",
    );
    expect(await send({ slot: "icon" })).toBe("?outcome=UNSUPPORTED_MEDIA_TYPE");
    expect((await currentBranding(t.context())).images.icon).toBeDefined();
    expect(await send({ slot: "icon", remove: "yes" })).toBe("?outcome=done");
    expect((await currentBranding(t.context())).images).toEqual({});
    expect(await send({ slot: "other", file })).toMatch(/^\?outcome=VALIDATION_ERROR/);
  });

  it("are refused to others, and from pages of others", async () => {
    expect(await send(form({ name: "Mine" }), { cookie: cookies.user })).toBe("?outcome=FORBIDDEN");
    expect(await send(form({ name: "Mine" }), { cookie: "" })).toBe("?outcome=FORBIDDEN");
    expect(await send(form({ name: "Mine" }), { cookie: cookies.tired })).toBe("?outcome=STEP_UP_REQUIRED");
    expect(await send(form({ name: "Mine" }), { origin: "https://evil.example" })).toBe("403");
    expect((await currentBranding(t.context())).name).toBe("Acme");
  });
});
