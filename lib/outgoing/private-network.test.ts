import { describe, expect, it } from "vitest";
import { isReachable } from "./private-network.ts";

const places = ["10.0.0.0/8", "fd12::/16", "192.168.1.7", "printer.home.arpa"];

describe("the private network", () => {
  it.each(["10.1.2.3", "fd12::1", "192.168.1.7", "8.8.8.8", "2606:4700::1111"])(
    "is open at %s",
    (address) => {
      expect(isReachable(places, "app.example.com", address)).toBe(true);
    },
  );

  it.each([
    "192.168.1.8",
    "127.0.0.1",
    "::1",
    "169.254.169.254",
    "fd00:ec2::254",
    "::ffff:192.168.1.8",
    "0.0.0.0",
    "not an address",
  ])("is shut at %s", (address) => {
    expect(isReachable(places, "app.example.com", address)).toBe(false);
  });

  it("is shut everywhere unless something is named", () => {
    expect(
      ["10.1.2.3", "127.0.0.1", "fd12::1"].filter((address) => isReachable([], "a.test", address)),
    ).toEqual([]);
  });

  it("lets a named host lead anywhere but to nobody in particular, and no host below it", () => {
    expect(isReachable(places, "printer.home.arpa", "172.16.0.9")).toBe(true);
    for (const address of ["0.0.0.0", "::", "255.255.255.255", "224.0.0.1", "ff02::1"])
      expect(isReachable(places, "printer.home.arpa", address)).toBe(false);
    expect(isReachable(places, "x.printer.home.arpa", "172.16.0.9")).toBe(false);
    expect(isReachable(places, "printer.home.arpa.evil.test", "172.16.0.9")).toBe(false);
  });
});
