import { expect, test } from "vitest";
import { ApiFailure } from "./call-api.ts";
import { explainFailure } from "./failure.ts";

const get = { kind: "get", elapsedMs: 2000, timeoutMs: 300_000 } as const;
const create = { ...get, kind: "create" } as const;
const browserError = (name: string) => new DOMException("words of the browser", name);

test("a dismissed prompt is told neutrally, as what did not happen", () => {
  expect(explainFailure(browserError("NotAllowedError"), get)).toEqual({ reason: "notUsed" });
  expect(explainFailure(browserError("NotAllowedError"), create)).toEqual({ reason: "notCreated" });
});

test("the same error near the timeout is told as a timeout", () => {
  expect(explainFailure(browserError("NotAllowedError"), { ...get, elapsedMs: 299_500 })).toEqual({
    reason: "timedOut",
  });
});

test("a device that holds a passkey already is a success", () => {
  expect(explainFailure(browserError("InvalidStateError"), create)).toBe("alreadyRegistered");
});

test("a superseded request is passed over in silence", () => {
  expect(explainFailure(browserError("AbortError"), get)).toBe("superseded");
});

test.each([
  ["SecurityError", "wrongAddress"],
  ["NotSupportedError", "needsVerification"],
  ["ConstraintError", "needsVerification"],
  ["UnknownError", "provider"],
  ["InvalidStateError", "provider"],
])("%s in a sign-in is told as %s", (name, reason) => {
  expect(explainFailure(browserError(name), get)).toEqual({ reason });
});

test.each([
  ["AUTHENTICATION_FAILED", "refused"],
  ["CREDENTIAL_NOT_FOUND", "gone"],
  ["LAST_CREDENTIAL", "onlyWayIn"],
  ["USER_DISABLED", "disabled"],
  ["USER_EXISTS", "nameTaken"],
  ["FORBIDDEN", "linkSpent"],
  ["OFFLINE", "offline"],
  ["SERVICE_UNAVAILABLE", "unavailable"],
  ["CHALLENGE_EXPIRED", "timedOut"],
  ["SOMETHING_NEW", "server"],
])("the server's %s is told as %s", (code, reason) => {
  expect(explainFailure(new ApiFailure(code), get)).toMatchObject({ reason });
});

test("a fault on our side carries the reference that finds it", () => {
  expect(explainFailure(new ApiFailure("INTERNAL_ERROR", "request-1"), get)).toEqual({
    reason: "server",
    reference: "request-1",
  });
});

test("a rate limit says how long to wait", () => {
  expect(explainFailure(new ApiFailure("RATE_LIMIT_EXCEEDED", "request-1", [], 30), get)).toEqual({
    reason: "rateLimited",
    retryAfterSeconds: 30,
  });
});

test("whatever else is thrown is the provider's problem, not the person's", () => {
  expect(explainFailure("nonsense", get)).toEqual({ reason: "provider" });
  expect(explainFailure(browserError("UnknownError"), { ...get, pageReference: "page-1" })).toEqual({
    reason: "provider",
    reference: "page-1",
  });
});

test("passes on which authenticator will do, and no other sentence of the server's", () => {
  const facts = { kind: "create", elapsedMs: 0, timeoutMs: 1 } as const;
  const refused = (code: string) =>
    explainFailure(new ApiFailure(code, "", [], undefined, "Use a key."), facts);
  expect(refused("ATTESTATION_NOT_ALLOWED")).toMatchObject({
    reason: "notAllowed",
    explanation: "Use a key.",
  });
  expect(refused("INVALID_ATTESTATION")).not.toHaveProperty("explanation");
});
