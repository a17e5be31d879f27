/** RFC 8414 and OpenID Connect Discovery 1.0: what the issuer says of itself. */
import { beforeAll, describe, expect, inject, it } from "vitest";

const paths = ["/.well-known/openid-configuration", "/.well-known/oauth-authorization-server"];
const read = (path: string, headers: Record<string, string> = {}) =>
  fetch(inject("baseUrl") + path, { headers });
let metadata: Record<string, unknown>;
beforeAll(async () => {
  metadata = (await (await read(paths[0] ?? "")).json()) as Record<string, unknown>;
});

describe("RFC 8414 section 3: the document", () => {
  it.each(paths)("%s is JSON that may be kept, and is not sent twice to who has it", async (path) => {
    const response = await read(path);
    expect(response.status).toBe(200);
    expect(response.headers.get("content-type")).toBe("application/json");
    expect(response.headers.get("cache-control")).toBe("public, max-age=300");
    const etag = response.headers.get("etag") ?? "";
    expect(etag).toMatch(/^"[^"]+"$/);
    expect((await read(path, { "if-none-match": etag })).status).toBe(304);
    expect(await response.json()).toEqual(metadata);
  });

  it("section 3.3: names the issuer that it was asked for", () => {
    expect(metadata.issuer).toBe(inject("baseUrl"));
  });

  it("section 3.2: leaves out what has no value", () => {
    for (const value of Object.values(metadata)) {
      expect(value).not.toBeNull();
      expect(value).not.toEqual([]);
    }
  });
});

describe("OpenID Connect Discovery 1.0 section 3: the members", () => {
  it("that are required are there, RS256 among the algorithms of ID Tokens", () => {
    expect(metadata).toMatchObject({
      authorization_endpoint: expect.any(String),
      token_endpoint: expect.any(String),
      jwks_uri: expect.any(String),
      response_types_supported: expect.arrayContaining(["code"]),
      subject_types_supported: ["public", "pairwise"],
      id_token_signing_alg_values_supported: expect.arrayContaining(["RS256"]),
      scopes_supported: expect.arrayContaining(["openid"]),
      claims_supported: expect.arrayContaining(["sub", "name", "email"]),
    });
  });

  it("that are addresses are of this origin", () => {
    for (const [name, value] of Object.entries(metadata))
      if (/_endpoint$|_uri$/.test(name)) expect(new URL(String(value)).origin).toBe(inject("baseUrl"));
  });
});
