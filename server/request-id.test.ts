import { describe, expect, it } from "vitest";
import { requestIdOf } from "./request-id.ts";

const uuidV7 = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

describe("requestIdOf", () => {
  it("keeps the id that a declared proxy sent", () => {
    expect(requestIdOf("trace-0123456789", true)).toBe("trace-0123456789");
  });

  it("makes a UUID v7 when a client sent one by itself", () => {
    expect(requestIdOf("trace-0123456789", false)).toMatch(uuidV7);
  });

  it.each([undefined, "", "short", "a b c d e f", "x".repeat(129), 'quote"quote"', "line\nbreak-line"])(
    "makes a UUID v7 in place of %j",
    (sent) => {
      expect(requestIdOf(sent, true)).toMatch(uuidV7);
    },
  );
});
