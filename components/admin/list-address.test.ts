import { describe, expect, it } from "vitest";
import { listAddress, nextSort, sortDirection } from "./list-address.ts";

describe("the address of a list", () => {
  it("keeps what is there, and begins at the first page after a change", () => {
    const state = { q: "ana", status: "active", sort: "-seen", after: "x" };
    expect(listAddress("/admin/users", state, { status: "disabled" })).toBe(
      "/admin/users?q=ana&status=disabled&sort=-seen",
    );
    expect(listAddress("/admin/users", state, { after: "y" })).toContain("after=y");
  });

  it("has no question mark without a state, and escapes what it holds", () => {
    expect(listAddress("/admin/users", { q: "a" }, { q: "" })).toBe("/admin/users");
    expect(listAddress("/admin/users", {}, { q: "a&b=ü" })).toBe("/admin/users?q=a%26b%3D%C3%BC");
  });
});

describe("sorting", () => {
  it("turns round on the second click", () => {
    expect(nextSort(undefined, "name")).toBe("name");
    expect(nextSort("name", "name")).toBe("-name");
    expect(nextSort("-name", "name")).toBe("name");
    expect(nextSort(undefined, "seen", "down")).toBe("-seen");
    expect(sortDirection("-seen", "seen")).toBe("descending");
    expect(sortDirection("seen", "name")).toBeUndefined();
  });
});
