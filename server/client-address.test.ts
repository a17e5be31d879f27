import { describe, expect, it } from "vitest";
import { clientAddress, peerAddress, trustedProxies } from "./client-address.ts";

const proxies = trustedProxies(["10.0.0.0/8", "192.0.2.7", "2001:db8::/32"]);

describe("clientAddress", () => {
  it("is the peer when nobody is trusted, whatever it claims", () => {
    expect(clientAddress(trustedProxies([]), "203.0.113.5", "198.51.100.1")).toBe("203.0.113.5");
  });

  it("is the peer when the peer is no declared proxy", () => {
    expect(clientAddress(proxies, "203.0.113.5", "198.51.100.1")).toBe("203.0.113.5");
  });

  it("is whom a declared proxy names", () => {
    expect(clientAddress(proxies, "10.1.2.3", "198.51.100.1")).toBe("198.51.100.1");
  });

  it("passes over a chain of declared proxies and stops at the first other", () => {
    expect(clientAddress(proxies, "10.1.2.3", "1.1.1.1, 198.51.100.1, 192.0.2.7, 2001:db8::9")).toBe(
      "198.51.100.1",
    );
  });

  it("does not believe what the client wrote in front", () => {
    expect(clientAddress(proxies, "10.1.2.3", "127.0.0.1, 198.51.100.1")).toBe("198.51.100.1");
  });

  it("stays at the last proxy when the entry is no address", () => {
    expect(clientAddress(proxies, "10.1.2.3", "evil\u0000, unknown")).toBe("10.1.2.3");
  });

  it("reads ports, brackets and mapped addresses", () => {
    expect(clientAddress(proxies, "10.1.2.3", "198.51.100.1:4711")).toBe("198.51.100.1");
    expect(clientAddress(proxies, "10.1.2.3", "[2A00::1]:443")).toBe("2a00::1");
    expect(peerAddress("::ffff:127.0.0.1")).toBe("127.0.0.1");
    expect(peerAddress("fe80::1%eth0")).toBe("fe80::1");
    expect(peerAddress(undefined)).toBe("");
  });
});
