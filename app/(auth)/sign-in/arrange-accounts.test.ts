import { expect, test } from "vitest";
import { arrangeAccounts } from "./arrange-accounts.ts";

const known = [
  { username: "ana@example.com" },
  { username: "leo@example.com" },
  { username: "kim@example.com" },
];
const namesOf = (loginHint?: string, shown?: string) =>
  arrangeAccounts(known, { loginHint, shown }).map(({ username }) => username.split("@")[0]);

test("the last one who signed in comes first", () => {
  expect(namesOf()).toEqual(["ana", "leo", "kim"]);
});

test("whom the app names comes first, in whatever case", () => {
  expect(namesOf("KIM@example.com")).toEqual(["kim", "ana", "leo"]);
});

test("somebody unknown whom the app names gets the field instead of the list", () => {
  expect(namesOf("eve@example.com")).toEqual([]);
});

test("whoever must confirm comes first, and the app's word goes before", () => {
  expect(namesOf(undefined, "leo@example.com")).toEqual(["leo", "ana", "kim"]);
  expect(namesOf("kim@example.com", "leo@example.com")).toEqual(["kim", "ana", "leo"]);
  expect(namesOf(undefined, "eve@example.com")).toEqual(["ana", "leo", "kim"]);
});
