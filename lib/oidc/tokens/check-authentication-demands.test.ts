import { describe, expect, it } from "vitest";
import { checkAuthenticationDemands } from "./check-authentication-demands.ts";

const now = new Date("2026-06-01T12:00:00Z");
const demands = {
  requireUserVerification: false,
  requireDeviceBound: false,
  maxAuthenticationAgeSeconds: null,
};
const check = (client: object, acr: string | null, secondsAgo = 0) =>
  checkAuthenticationDemands(
    { client: { ...demands, ...client }, acr, authTime: new Date(now.getTime() - secondsAgo * 1000) },
    now,
  );
const refusal = (challenge: object) =>
  expect.objectContaining({ code: "insufficient_user_authentication", challenge });

describe("RFC 9470 section 3, what an app demands of the authentication", () => {
  it("lets pass what meets it", () => {
    check({}, "urn:latchkey:recovery", 1e9);
    check({ requireUserVerification: true }, "phr");
    check({ requireUserVerification: true }, "phrh");
    check({ requireDeviceBound: true }, "phrh");
    check({ maxAuthenticationAgeSeconds: 300 }, "phr", 300);
  });

  it("names the values of acr that would do", () => {
    for (const acr of [null, "urn:latchkey:recovery"])
      expect(() => check({ requireUserVerification: true }, acr)).toThrow(
        refusal({ acr_values: "phr phrh" }),
      );
    expect(() => check({ requireDeviceBound: true }, "phr")).toThrow(refusal({ acr_values: "phrh" }));
  });

  it("names the age that would do", () => {
    expect(() => check({ maxAuthenticationAgeSeconds: 300 }, "phr", 301)).toThrow(
      refusal({ max_age: "300" }),
    );
  });
});
