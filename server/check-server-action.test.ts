import { describe, expect, it } from "vitest";
import { isServerAction, serverActionRefusal } from "./check-server-action.ts";

const baseUrl = "https://id.example.com";
const call = (headers: Record<string, string>, path = "/account", method = "POST") => ({
  method,
  path,
  headers: { origin: baseUrl, ...headers },
});
const form = '--b\r\nContent-Disposition: form-data; name="theme"\r\n\r\ndark\r\n--b--\r\n';
const multipart = { "content-type": "multipart/form-data; boundary=b" };

describe("serverActionRefusal", () => {
  it("lets a readable form from this origin pass", async () => {
    expect(await serverActionRefusal(call(multipart), Buffer.from(form), baseUrl)).toBeUndefined();
    expect(
      await serverActionRefusal(call({ "next-action": "a" }), Buffer.from("[]"), baseUrl),
    ).toBeUndefined();
  });

  it.each([["https://evil.example"], ["null"]])("refuses a call from %s", async (origin) => {
    expect(await serverActionRefusal(call({ ...multipart, origin }), Buffer.from(form), baseUrl)).toEqual({
      code: "CROSS_ORIGIN",
    });
  });

  it("refuses a call without an origin", async () => {
    const headers = { "next-action": "a" };
    expect(
      await serverActionRefusal({ method: "POST", path: "/", headers }, Buffer.from("[]"), baseUrl),
    ).toEqual({ code: "CROSS_ORIGIN" });
  });

  it.each([
    [multipart, "abc"],
    [{ "content-type": "multipart/form-data" }, form],
    [{ "next-action": "a" }, "[[]"],
    [{ "next-action": "a" }, "{}"],
  ])("refuses a body that cannot be read: %j %j", async (headers, body) => {
    expect(
      await serverActionRefusal(call(headers as Record<string, string>), Buffer.from(body), baseUrl),
    ).toEqual({ code: "INVALID_REQUEST" });
  });

  it("leaves route handlers, plain forms and other methods alone", () => {
    expect(isServerAction(call(multipart, "/oauth/consent"))).toBe(false);
    expect(isServerAction(call({ "content-type": "application/x-www-form-urlencoded" }))).toBe(false);
    expect(isServerAction(call({ "next-action": "a" }, "/account", "GET"))).toBe(false);
  });
});
