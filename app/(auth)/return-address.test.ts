import { expect, test } from "vitest";
import { continueTarget } from "./continue-target.ts";
import { returnAddress } from "./return-address.ts";

test("comes back to the page with its filters", () => {
  expect(returnAddress("/admin/audit?event=user.changed&q=caf%C3%A9")).toBe(
    "/admin/audit?event=user.changed&q=caf%C3%A9",
  );
});

test("leaves out what Next adds for itself", () => {
  expect(returnAddress("/admin/sessions?limit=1&_rsc=abc")).toBe("/admin/sessions?limit=1");
  expect(returnAddress("/admin/sessions?_rsc=abc")).toBe("/admin/sessions");
});

test("comes back to the page alone rather than to none when the filters are too long to take along", () => {
  const address = returnAddress(`/admin/users?q=${"a".repeat(600)}`);
  expect(address).toBe("/admin/users");
  expect(continueTarget({ interaction: undefined, next: address })).toBe("/admin/users");
});
