import { describe, expect, inject, it } from "vitest";

const addresses = ["/attestation/options", "/attestation/result", "/assertion/options", "/assertion/result"];

async function call(path: string, method: string) {
  const response = await fetch(inject("baseUrl") + path, {
    method,
    headers: { "content-type": "application/json" },
    ...(method === "POST" ? { body: JSON.stringify({ username: "ana", displayName: "Ana" }) } : {}),
  });
  const title = /<title>[^<]*<\/title>/.exec(await response.text())?.[0];
  return { status: response.status, type: response.headers.get("content-type"), title };
}

describe("the conformance interface, when it is closed", () => {
  it.each(["GET", "POST"])("answers %s as an address that was never there", async (method) => {
    const unknown = await call("/attestation/nothing", method);
    expect(unknown.status).toBe(404);
    for (const address of [...addresses, "/attestation/%6fptions"])
      expect(await call(address, method)).toEqual(unknown);
  });
});
