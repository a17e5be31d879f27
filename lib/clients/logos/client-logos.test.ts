import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { desc, eq } from "drizzle-orm";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { auditEvents } from "#drizzle/schema/audit.ts";
import { clientLogos } from "#drizzle/schema/images.ts";
import type { Context } from "#lib/context/context.ts";
import { sha256Hex } from "#lib/crypto/hash.ts";
import { DomainError } from "#lib/errors/domain-error.ts";
import { buildClient } from "#lib/testing/build-client.ts";
import { buildUser } from "#lib/testing/build-user.ts";
import { type TestDatabase, testDatabase } from "#lib/testing/test-database.ts";
import { deleteClient } from "../delete-client.ts";
import { fetchClientLogo } from "./fetch-client-logo.ts";
import { getClientLogo } from "./get-client-logo.ts";
import { listClientLogos } from "./list-client-logos.ts";
import { removeClientLogo } from "./remove-client-logo.ts";
import { mostLogoBytes } from "./schema.ts";
import { setClientLogo } from "./set-client-logo.ts";

let t: TestDatabase;
let operator: Context;
let picture: Buffer;
const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/></svg>';

beforeAll(async () => {
  t = await testDatabase();
  operator = t.context({ actor: { type: "operator" } });
  picture = await sharp({ create: { width: 60, height: 20, channels: 3, background: "#c02080" } })
    .png()
    .toBuffer();
});
afterAll(() => t.close());

const build = async (columns: Parameters<typeof buildClient>[1] = {}) =>
  (await buildClient(t.context(), columns)).client;
const set = (clientId: string, bytes: Uint8Array = picture, ctx = operator) =>
  setClientLogo(ctx, { clientId, bytes, drawings: true });
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => "done",
    (error) => (error instanceof DomainError ? error.code : String(error)),
  );
const lastEvent = async (clientId: string) => {
  const [row] = await t.db
    .select({ action: auditEvents.action, details: auditEvents.details })
    .from(auditEvents)
    .where(eq(auditEvents.clientId, clientId as never))
    .orderBy(desc(auditEvents.id))
    .limit(1);
  return row;
};

describe("an app's logo", () => {
  it("is drawn anew in a square, served under its name, and told by its hash", async () => {
    const app = await build();
    const name = await set(app.id);
    const { bytes, mediaType } = await getClientLogo(t.context(), name);
    expect(mediaType).toBe("image/png");
    expect(await sharp(bytes).metadata()).toMatchObject({ width: 160, height: 160, format: "png" });
    expect(await lastEvent(app.id)).toEqual({
      action: "client.logo_set",
      details: { before: null, after: sha256Hex(bytes) },
    });
    expect(await listClientLogos(t.context(), [app.id, "unknown"])).toEqual(
      new Map([[app.id, `/app-logos/${name}`]]),
    );
  });

  it("takes the place of the one before, whose address then leads nowhere", async () => {
    const app = await build();
    const first = await set(app.id);
    const second = await set(app.id, Buffer.from(svg));
    expect(await codeOf(getClientLogo(t.context(), first))).toBe("NOT_FOUND");
    expect(await codeOf(getClientLogo(t.context(), second))).toBe("done");
    await removeClientLogo(operator, app.id);
    await removeClientLogo(operator, app.id);
    expect(await codeOf(getClientLogo(t.context(), second))).toBe("NOT_FOUND");
    expect(await lastEvent(app.id)).toMatchObject({ action: "client.logo_removed" });
  });

  it("belongs to its app alone, and goes with it", async () => {
    const [one, other] = [await build(), await build()];
    const [ofOne, ofOther] = [await set(one.id), await set(other.id)];
    await deleteClient(operator, one.id);
    expect(await codeOf(getClientLogo(t.context(), ofOne))).toBe("NOT_FOUND");
    expect(await codeOf(getClientLogo(t.context(), ofOther))).toBe("done");
    expect(await codeOf(set(one.id))).toBe("CLIENT_NOT_FOUND");
    expect(await codeOf(removeClientLogo(operator, one.id))).toBe("CLIENT_NOT_FOUND");
    expect(await t.db.select().from(clientLogos).where(eq(clientLogos.clientId, one.id))).toEqual([]);
  });

  it("is left behind by nobody where the app is deleted at the same moment", async () => {
    const app = await build();
    const results = await Promise.all([codeOf(set(app.id)), codeOf(deleteClient(operator, app.id))]);
    expect(["done", "CLIENT_NOT_FOUND"]).toContain(results[0]);
    expect(await t.db.select().from(clientLogos).where(eq(clientLogos.clientId, app.id))).toEqual([]);
  });

  it("is refused where it is no picture, and to whoever may not", async () => {
    const app = await build();
    expect(await codeOf(set(app.id, Buffer.from("<html>")))).toBe("UNSUPPORTED_MEDIA_TYPE");
    expect(await codeOf(set(app.id, Buffer.alloc(mostLogoBytes + 1)))).toBe("PAYLOAD_TOO_LARGE");
    expect(await codeOf(set(app.id, picture.subarray(0, 50)))).toBe("INVALID_PICTURE");
    const { actor } = await buildUser(t.db, { role: "helpdesk" });
    const helpdesk = t.context({ actor: { ...actor, amr: ["mfa"] } });
    for (const ctx of [helpdesk, t.context()]) {
      expect(await codeOf(set(app.id, picture, ctx))).toBe("FORBIDDEN");
      expect(await codeOf(removeClientLogo(ctx, app.id))).toBe("FORBIDDEN");
      expect(await codeOf(fetchClientLogo(ctx, app.id))).toBe("FORBIDDEN");
    }
    expect(await listClientLogos(t.context(), [app.id])).toEqual(new Map());
  });
});

describe("a logo that the app names", () => {
  let body: Buffer | string = "";
  let status = 200;
  let asked = 0;
  const server = createServer((_, response) => {
    asked += 1;
    response.writeHead(status, { "content-type": "image/png" }).end(body);
  });
  let address: string;
  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/logo.png`;
  });
  afterAll(() => void server.close());
  const opened = (): Context => ({
    ...operator,
    config: t.runtime({ ALLOW_PRIVATE_NETWORK: "127.0.0.1" }).config,
  });

  it("is loaded by the server when an administrator asks, and kept here", async () => {
    const app = await build({ logoUri: address });
    body = picture;
    const name = await fetchClientLogo(opened(), app.id);
    expect((await getClientLogo(t.context(), name)).mediaType).toBe("image/png");
  });

  it("is not shown before", async () => {
    const app = await build({ logoUri: address });
    const before = asked;
    expect(await listClientLogos(t.context(), [app.id])).toEqual(new Map());
    expect(asked).toBe(before);
  });

  it("is refused as a drawing, as an error page, and too large; the one before stays", async () => {
    const app = await build({ logoUri: address });
    const name = await set(app.id);
    for (const [answer, answerStatus, code] of [
      [svg, 200, "UNSUPPORTED_MEDIA_TYPE"],
      [picture, 404, "LOGO_UNREACHABLE"],
      [Buffer.alloc(mostLogoBytes + 1), 200, "LOGO_UNREACHABLE"],
    ] as const) {
      [body, status] = [answer, answerStatus];
      expect(await codeOf(fetchClientLogo(opened(), app.id))).toBe(code);
    }
    status = 200;
    expect(await codeOf(getClientLogo(t.context(), name))).toBe("done");
  });

  it("is never loaded from inside the network", async () => {
    body = picture;
    const before = asked;
    for (const logoUri of [address, "https://127.0.0.1/x.png", "https://169.254.169.254/latest/"]) {
      const app = await build({ logoUri });
      expect(await codeOf(fetchClientLogo(operator, app.id))).toBe("LOGO_UNREACHABLE");
    }
    expect(await codeOf(fetchClientLogo(operator, (await build()).id))).toBe("LOGO_UNREACHABLE");
    expect(asked).toBe(before);
  });
});
