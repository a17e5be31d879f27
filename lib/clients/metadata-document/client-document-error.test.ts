import { expect, it } from "vitest";
import { ClientDocumentError } from "./client-document-error.ts";

it("is recognised also when another copy of the class made it", () => {
  class Copy extends Error {
    override readonly name = "ClientDocumentError";
    readonly isPassing = true;
  }
  expect(new Copy("no") instanceof ClientDocumentError).toBe(true);
  expect(new ClientDocumentError("no") instanceof ClientDocumentError).toBe(true);
  expect(new Error("no") instanceof ClientDocumentError).toBe(false);
  expect({ name: "ClientDocumentError", isPassing: true } instanceof ClientDocumentError).toBe(false);
});
