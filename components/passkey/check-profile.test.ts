import { expect, test } from "vitest";
import { checkProfile, problemsOf } from "./check-profile.ts";

test("finds nothing wrong with a name and an address", () => {
  expect(checkProfile({ username: "ana@example.com", displayName: "Ana" })).toEqual({});
});

test("asks for what is missing", () => {
  expect(checkProfile({ username: "", displayName: "" })).toEqual({
    username: "emailMissing",
    displayName: "nameMissing",
  });
});

test.each(["ana", "ana@", "@example.com", "ana lind@example.com"])("refuses the address %j", (username) => {
  expect(checkProfile({ username, displayName: "Ana" })).toEqual({ username: "emailInvalid" });
});

test("refuses a name longer than the server takes", () => {
  expect(checkProfile({ username: "ana@example.com", displayName: "a".repeat(65) })).toEqual({
    displayName: "nameInvalid",
  });
});

test("puts the server's field problems to the same fields", () => {
  expect(problemsOf([{ path: "username" }, { path: "elsewhere" }])).toEqual({ username: "emailInvalid" });
});
