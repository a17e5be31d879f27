import { describe, expect, it } from "vitest";
import { type Arrival, isTrouble, judgeArrival, readArrival } from "./arrival.ts";
import { arrivalHeader } from "./internal-headers.ts";

const https = { baseUrl: "https://id.example.com", secure: true };
const local = { baseUrl: "http://localhost:3000", secure: false };

const arrived = (values: Partial<Arrival>): Arrival => ({
  peer: "10.0.0.2",
  peerTrusted: true,
  host: "id.example.com",
  forwardedProto: "https",
  forwardedFor: "198.51.100.7",
  ...values,
});

describe("the way of a request", () => {
  it("is in order behind a declared proxy that says what it knows", () => {
    const findings = judgeArrival(arrived({}), https);
    expect(findings).toEqual(["address_fits", "https", "client_address_known"]);
    expect(findings.some(isTrouble)).toBe(false);
  });

  it("is in order on the machine itself", () => {
    const direct = { peer: "127.0.0.1", peerTrusted: false, host: "localhost:3000" };
    expect(judgeArrival(direct, local)).toEqual(["address_fits", "local", "client_address_known"]);
  });

  it.each([
    [{ host: "10.0.0.5:3000" }, "address_differs"],
    [{ forwardedHost: "other.example.com" }, "address_differs"],
    [{ forwardedProto: "http" }, "not_https"],
    [{ peerTrusted: false }, "proxy_unknown"],
    [{ forwardedFor: undefined }, "proxy_silent"],
  ] as const)("is not with %j", (values, finding) => {
    const troubles = judgeArrival(arrived(values), https).filter(isTrouble);
    expect(troubles).toEqual([finding]);
  });

  it("may leave open whether it was encrypted", () => {
    expect(judgeArrival(arrived({ forwardedProto: undefined }), https)).toContain("https_untold");
  });

  it("is read as the server noted it, and not at all elsewhere", () => {
    const note = arrived({});
    expect(readArrival(new Headers({ [arrivalHeader]: JSON.stringify(note) }))).toEqual(note);
    expect(readArrival(new Headers())).toBeUndefined();
  });
});
