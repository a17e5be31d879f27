import { describe, expect, it } from "vitest";
import { publicText } from "./oauth-public-document.ts";

const document = { body: '{"keys":[]}', etag: '"abc"' };
const ask = (condition?: string) =>
  publicText(
    new Request("https://id.example.com/oauth/jwks", {
      headers: condition === undefined ? {} : { "if-none-match": condition },
    }),
    document,
  );

describe("a public document", () => {
  it("may be kept for five minutes by everybody, and has an entity tag", async () => {
    const response = ask();
    expect(response.status).toBe(200);
    expect(response.headers.get("cache-control")).toBe("public, max-age=300");
    expect(response.headers.get("etag")).toBe('"abc"');
    expect(response.headers.get("content-type")).toBe("application/json");
    expect(await response.text()).toBe(document.body);
  });

  it.each(['"abc"', 'W/"abc"', '"x", "abc"', "*"])(
    "RFC 9110 section 13.1.2: is not sent again to who has %s",
    async (condition) => {
      const response = ask(condition);
      expect(response.status).toBe(304);
      expect(response.headers.get("cache-control")).toBe("public, max-age=300");
      expect(await response.text()).toBe("");
    },
  );

  it.each(['"abcd"', "abc", ""])("is sent to who has %j", (condition) => {
    expect(ask(condition).status).toBe(200);
  });
});
