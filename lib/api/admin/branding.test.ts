import sharp from "sharp";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { GET as getImage } from "#app/brand/[name]/route.ts";
import { GET as getStyles } from "#app/brand.css/route.ts";
import { brandImages } from "#drizzle/schema/images.ts";
import { settings } from "#drizzle/schema/settings.ts";
import { setRuntime } from "#lib/context/runtime.ts";
import type { RouteHandler } from "#lib/http/route-contract.ts";
import { sealSessionCookie } from "#lib/http/session-cookie.ts";
import { buildUser } from "#lib/testing/build-user.ts";
import { type TestDatabase, testDatabase } from "#lib/testing/test-database.ts";
import { deleteBranding, patchBranding, readBranding } from "./branding.ts";
import { deleteBrandImage, putBrandImage } from "./branding-images.ts";

const origin = "https://id.example.com";
let t: TestDatabase;
let cookies: { admin: string; tired: string; auditor: string; user: string };
let picture: Buffer;

beforeAll(async () => {
  t = await testDatabase();
  setRuntime(t.runtime({ RATE_LIMIT_REQUESTS: "1000" }));
  cookies = {
    admin: await cookieOf("admin", 60),
    tired: await cookieOf("admin", 3600),
    auditor: await cookieOf("auditor", 60),
    user: await cookieOf("user", 60),
  };
  picture = await sharp({ create: { width: 60, height: 20, channels: 3, background: "#c02080" } })
    .png()
    .toBuffer();
});
afterAll(() => t.close());
beforeEach(async () => {
  await t.db.delete(settings);
  await t.db.delete(brandImages);
});

async function cookieOf(role: "admin" | "auditor" | "user", secondsAgo: number): Promise<string> {
  const { token } = await buildUser(t.db, { role }, new Date(Date.now() - secondsAgo * 1000));
  await t.sql`update sessions set amr = '{hwk,user,mfa}', last_activity_at = now(), expires_at = now() + interval '1 day'`;
  const sealed = await sealSessionCookie(t.runtime(), { token, expiresAt: new Date(Date.now() + 60_000) });
  return sealed.split(";")[0] ?? "";
}

interface Call {
  readonly cookie?: string;
  readonly json?: unknown;
  readonly file?: Uint8Array;
  readonly headers?: Record<string, string>;
}

async function call(handler: RouteHandler, method: string, path: string, given: Call = {}) {
  const { cookie = cookies.admin, json, file, headers = {} } = given;
  const body = file ? new Uint8Array(file) : json === undefined ? null : JSON.stringify(json);
  const response = await handler(
    new Request(`${origin}/api/v1/admin/branding${path}`, {
      method,
      headers: {
        cookie,
        origin,
        "sec-fetch-site": "same-origin",
        "content-type": json === undefined ? "image/png" : "application/json",
        ...headers,
      },
      body,
    }),
  );
  const envelope = (await response.json()) as {
    data?: { branding: { name: string | null; images: Record<string, { url: string } | null> } };
    error?: { code: string };
  };
  return { ...envelope, status: response.status, etag: response.headers.get("etag") };
}

describe("the instance's look by the API", () => {
  it("is read, changed, dressed with pictures, and taken back, each time under a new version", async () => {
    const first = await call(readBranding, "GET", "");
    expect(first.data?.branding).toMatchObject({ name: null, images: { icon: null } });
    const named = await call(patchBranding, "PATCH", "", { json: { name: "Acme", accent: "#ff00aa" } });
    expect(named.data?.branding.name).toBe("Acme");
    expect(named.etag).not.toBe(first.etag);
    const dressed = await call(putBrandImage, "PUT", "/images/icon", { file: picture });
    const { url = "" } = dressed.data?.branding.images.icon ?? {};
    expect(url).toMatch(/^https:\/\/id\.example\.com\/brand\/[\w-]{43}$/);
    expect((await getImage(new Request(url))).status).toBe(200);
    const bare = await call(deleteBrandImage, "DELETE", "/images/icon");
    expect(bare.data?.branding).toMatchObject({ name: "Acme", images: { icon: null } });
    const plain = await call(deleteBranding, "DELETE", "");
    expect(plain.data?.branding.name).toBeNull();
  });

  it("is changed only as it was read, where that is asked", async () => {
    const { etag } = await call(readBranding, "GET", "");
    const headers = { "if-match": etag ?? "" };
    expect((await call(patchBranding, "PATCH", "", { json: { name: "One" }, headers })).status).toBe(200);
    expect((await call(patchBranding, "PATCH", "", { json: { name: "Two" }, headers })).status).toBe(412);
    expect((await call(putBrandImage, "PUT", "/images/icon", { file: picture, headers })).status).toBe(412);
  });

  it("is refused to others before a byte of a file is read", async () => {
    const unread = () =>
      new ReadableStream<Uint8Array>(
        {
          pull: () => {
            throw new Error("was read");
          },
        },
        { highWaterMark: 0 },
      );
    const send = (headers: Record<string, string>) =>
      putBrandImage(
        new Request(`${origin}/api/v1/admin/branding/images/icon`, {
          method: "PUT",
          headers: { origin, "sec-fetch-site": "same-origin", ...headers },
          body: unread(),
          duplex: "half",
        } as RequestInit),
      );
    expect((await send({})).status).toBe(401);
    expect((await send({ cookie: cookies.user })).status).toBe(403);
    expect((await send({ cookie: cookies.auditor })).status).toBe(403);
    expect((await send({ cookie: cookies.tired })).status).toBe(401);
    expect((await send({ cookie: cookies.admin, origin: "https://evil.example" })).status).toBe(403);
    expect((await call(readBranding, "GET", "", { cookie: cookies.auditor })).status).toBe(200);
    expect((await call(readBranding, "GET", "", { cookie: cookies.user })).status).toBe(403);
  });

  it("knows the slots that there are", async () => {
    expect((await call(putBrandImage, "PUT", "/images/other", { file: picture })).status).toBe(400);
    expect((await call(putBrandImage, "PUT", "/images/icon", { file: Buffer.from("<svg") })).status).toBe(
      415,
    );
  });
});

describe("what browsers load", () => {
  const styles = (query: string) => getStyles(new Request(`${origin}/brand.css${query}`));

  it("is no stylesheet where nothing is branded", async () => {
    const response = await styles("?v=00");
    expect(response.status).toBe(404);
    expect(response.headers.get("cache-control")).toBe("no-store");
  });

  it("is kept for good under the hash of what it says, and under no other address", async () => {
    await call(patchBranding, "PATCH", "", { json: { accent: "#ff00aa" } });
    const fresh = await styles("");
    expect(fresh.headers.get("cache-control")).toBe("no-store");
    expect(fresh.headers.get("content-type")).toBe("text/css; charset=utf-8");
    const { brandStylesheet } = await import("#lib/branding/stylesheet/brand-stylesheet.ts");
    const { currentBranding } = await import("#lib/branding/current-branding.ts");
    const sheet = brandStylesheet(await currentBranding(t.context()));
    const kept = await styles(`?v=${sheet?.hash}`);
    expect(await kept.text()).toBe(sheet?.css);
    expect(kept.headers.get("cache-control")).toBe("public, max-age=31536000, immutable");
    // Somebody who knows what comes next cannot have the present kept under its name.
    expect((await styles(`?v=${"0".repeat(32)}`)).headers.get("cache-control")).toBe("no-store");
  });

  it("can do nothing, should a browser ever show a picture as a page", async () => {
    const { data } = await call(putBrandImage, "PUT", "/images/icon", { file: picture });
    const response = await getImage(new Request(data?.branding.images.icon?.url ?? ""));
    expect(response.headers.get("content-security-policy")).toBe(
      "default-src 'none'; sandbox; frame-ancestors 'none'",
    );
    expect(response.headers.get("content-type")).toBe("image/png");
    expect(response.headers.get("cache-control")).toContain("immutable");
    const gone = await getImage(new Request(`${origin}/brand/${"a".repeat(43)}`));
    expect([gone.status, gone.headers.get("cache-control")]).toEqual([404, "no-store"]);
  });
});
