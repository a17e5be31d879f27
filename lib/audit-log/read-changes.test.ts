import { expect, it } from "vitest";
import { readChanges } from "./read-changes.ts";

it("reads objects, lines of an app's metadata, lists and single values", () => {
  expect(
    readChanges({ before: '{"nickname":"Ani","gender":null}', after: '{"nickname":"Anita","gender":"x"}' }),
  ).toEqual([
    { field: "nickname", before: "Ani", after: "Anita" },
    { field: "gender", before: undefined, after: "x" },
  ]);
  expect(
    readChanges({
      changed: ["name", "redirectUris"],
      before: ['name: "Notes"', 'redirectUris: ["https://a.example"]'],
      after: ['name: "Noted"', 'redirectUris: ["https://a.example","https://b.example"]'],
    }),
  ).toEqual([
    { field: "name", before: "Notes", after: "Noted" },
    { field: "redirectUris", before: "https://a.example", after: "https://a.example\nhttps://b.example" },
  ]);
  expect(readChanges({ before: "user", after: "admin" })).toEqual([
    { field: undefined, before: "user", after: "admin" },
  ]);
  expect(readChanges({ before: ["g1", "g2"], after: [] })).toEqual([
    { field: undefined, before: "g1\ng2", after: "" },
  ]);
  expect(readChanges({ after: '"quill-4711"' })).toEqual([
    { field: undefined, before: undefined, after: '"quill-4711"' },
  ]);
  expect(readChanges({ name: "x" })).toEqual([]);
});

it("shows a value that was cut off as it is", () => {
  expect(readChanges({ before: ['jwks: {"keys":[{"k…'], after: ["jwks: null"] })).toEqual([
    { field: "jwks", before: '{"keys":[{"k…', after: undefined },
  ]);
  expect(readChanges({ before: '{"broken', after: "x" })).toEqual([
    { field: undefined, before: '{"broken', after: "x" },
  ]);
});
