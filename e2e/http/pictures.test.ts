/** Pictures over HTTP: what is sent, what is answered, what is served, and who tries something else. */
import { randomUUID } from "node:crypto";
import { connect } from "node:net";
import sharp from "sharp";
import { beforeAll, describe, expect, inject, it } from "vitest";
import { mostPictureBytes } from "#lib/accounts/pictures/schema.ts";
import { type SignedInPerson, signUp } from "../support/protocol.ts";

const somebody = () => signUp(`${randomUUID()}@example.com`);

let person: SignedInPerson;
let photo: Buffer;

beforeAll(async () => {
  person = await somebody();
  photo = await sharp({ create: { width: 500, height: 400, channels: 3, background: "#336699" } })
    .jpeg()
    .toBuffer();
});

const isFast = inject("entry") === "server/start.ts";
const api = "/api/v1/me/picture";
const origin = () => inject("baseUrl");
const put = (body: Uint8Array | string, headers: Record<string, string> = {}, cookie = person.cookie) =>
  fetch(origin() + api, {
    method: "PUT",
    headers: { cookie, origin: origin(), "content-type": "image/jpeg", ...headers },
    body: typeof body === "string" ? body : new Uint8Array(body),
  });
const codeOf = async (response: Response) => {
  const { error } = (await response.json()) as { error?: { code: string } };
  return `${response.status} ${error?.code}`;
};
const addressOf = async (response: Response) => {
  const { data } = (await response.json()) as { data: { picture: string } };
  return data.picture;
};
const sendForm = (fill: (form: FormData) => void, headers: Record<string, string> = {}) => {
  const form = new FormData();
  fill(form);
  return fetch(`${origin()}/pictures`, {
    method: "POST",
    redirect: "manual",
    headers: { cookie: person.cookie, origin: origin(), ...headers },
    body: form,
  });
};
const fileOf = (bytes: Uint8Array, type = "image/jpeg") => new Blob([new Uint8Array(bytes)], { type });
const outcomeOf = (response: Response) =>
  new URL(response.headers.get("location") ?? "", origin()).searchParams.get("picture");

describe("a picture that was sent", () => {
  it("is served to everybody, everywhere, as nothing but a picture", async () => {
    const address = await addressOf(await put(photo));
    const response = await fetch(address);
    expect(response.status).toBe(200);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      "content-type": "image/jpeg",
      "x-content-type-options": "nosniff",
      "cache-control": "public, max-age=2592000, immutable",
      // Next adds headers and replaces none. Without the fast lane, which is for tests alone, these are those of pages.
      ...(isFast
        ? {
            "cross-origin-resource-policy": "cross-origin",
            "content-security-policy": "default-src 'none'; sandbox; frame-ancestors 'none'",
          }
        : {}),
    });
    expect(response.headers.has("set-cookie")).toBe(false);
    expect(await sharp(await response.arrayBuffer()).metadata()).toMatchObject({ width: 256, height: 256 });
    expect((await fetch(address, { method: "HEAD" })).status).toBe(200);
    expect((await fetch(address, { method: "DELETE", headers: { cookie: person.cookie } })).status).toBe(405);
  });

  it("may have five mebibytes, whatever it says of itself, and not one more", async () => {
    const padded = Buffer.concat([photo, Buffer.alloc(mostPictureBytes - photo.length)]);
    expect((await put(padded, { "content-type": "text/html" })).status).toBe(200);
    expect(await codeOf(await put(Buffer.concat([padded, Buffer.alloc(1)])))).toBe("413 PAYLOAD_TOO_LARGE");
  });

  it("leaves other bodies their limit", async () => {
    const response = await fetch(`${origin()}/api/v1/me/profile`, {
      method: "PATCH",
      headers: { cookie: person.cookie, origin: origin(), "content-type": "application/json" },
      body: JSON.stringify({ nickname: "x".repeat(70_000) }),
    });
    expect(await codeOf(response)).toBe("413 PAYLOAD_TOO_LARGE");
  });

  it("comes from the form too, which leads back to the page", async () => {
    const sent = await sendForm((form) => form.set("picture", fileOf(photo), "../../etc/passwd"));
    expect(sent.status).toBe(303);
    expect(outcomeOf(sent)).toBe("saved");
    expect(outcomeOf(await sendForm((form) => form.set("picture", fileOf(Buffer.alloc(0)), "")))).toBe(
      "none",
    );
    const svg = Buffer.from("<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>");
    expect(outcomeOf(await sendForm((form) => form.set("picture", fileOf(svg, "image/png"), "a.png")))).toBe(
      "UNSUPPORTED_MEDIA_TYPE",
    );
    const large = Buffer.concat([photo, Buffer.alloc(mostPictureBytes)]);
    expect(outcomeOf(await sendForm((form) => form.set("picture", fileOf(large), "a.jpg")))).toBe(
      "PAYLOAD_TOO_LARGE",
    );
    expect(outcomeOf(await sendForm((form) => form.set("remove", "yes")))).toBe("removed");
    const malformed = await sendForm(() => {}, { "content-type": "multipart/form-data; boundary=x" });
    expect(malformed.status).toBeLessThan(500);
  });
});

describe("a picture is refused", () => {
  it("from pages of other sites, and from nobody", async () => {
    expect(await codeOf(await put(photo, { origin: "https://evil.example" }))).toBe("403 CROSS_ORIGIN");
    expect(await codeOf(await put(photo, {}, ""))).toBe("401 UNAUTHENTICATED");
    const foreign = await sendForm((form) => form.set("remove", "yes"), { origin: "https://evil.example" });
    expect(foreign.status).toBe(403);
    const removal = await fetch(origin() + api, {
      method: "DELETE",
      headers: { cookie: person.cookie, origin: "https://evil.example" },
    });
    expect(await codeOf(removal)).toBe("403 CROSS_ORIGIN");
  });

  it("by any name that leads elsewhere", async () => {
    for (const name of ["", "x", "..%2f..%2fetc%2fpasswd", "%00", "%ff", "a".repeat(43), "_next"]) {
      const { status } = await fetch(`${origin()}/pictures/${name}`);
      expect([400, 404, 405], name).toContain(status);
    }
  });

  it("before it is read, where nobody is known to send it", async () => {
    const { port } = new URL(origin());
    const socket = connect(Number(port), "localhost");
    const answer = Promise.withResolvers<string>();
    socket.once("data", (chunk) => answer.resolve(chunk.toString("latin1")));
    socket.write(
      `PUT ${api} HTTP/1.1\r\nHost: localhost\r\nOrigin: ${origin()}\r\nContent-Length: 4000000\r\n\r\nbegin`,
    );
    // Without the fast lane a body is read before anything else.
    if (isFast) expect(await answer.promise).toContain(" 401 ");
    socket.destroy();
  });
});

it("a hundred uploads at once end one by one, each answered, and the server goes on", async () => {
  const others = await Promise.all([somebody(), somebody()]);
  const everybody = [person, ...others];
  const answers = await Promise.all(
    Array.from({ length: 100 }, (_, n) => put(photo, {}, everybody[n % 3]?.cookie).then(codeOf)),
  );
  const counts = Object.fromEntries(
    [...Map.groupBy(answers, (answer) => answer)].map(([code, list]) => [code, list.length]),
  );
  expect(Object.keys(counts).sort()).toEqual(["200 undefined", "429 RATE_LIMIT_EXCEEDED"]);
  expect(counts["200 undefined"]).toBeGreaterThanOrEqual(3);
  expect((await fetch(`${origin()}/api/v1/health/live`)).status).toBe(200);
});
