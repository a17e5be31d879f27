import { expect, it } from "vitest";
import { isolate } from "./isolate.ts";
import { translator } from "./translator.ts";

it("wraps what is written the other way, and leaves the rest as it is", () => {
  expect(isolate("Ana", "ltr")).toBe("Ana");
  expect(isolate("أحمد", "ltr")).toBe("\u2068أحمد\u2069");
  expect(isolate("Ana", "rtl")).toBe("\u2068Ana\u2069");
  expect(isolate("أحمد", "rtl")).toBe("أحمد");
  expect(isolate("10 (2)", "rtl")).toBe("10 (2)");
});

it("is done to every value of a message, and to what the browser fills in", () => {
  expect(translator("en")("signOut.lead", { name: "أحمد" })).toContain("\u2068أحمد\u2069");
  expect(translator("ar")("signOut.lead", { name: "Ana" })).toContain("\u2068Ana\u2069");
  expect(translator("ar")("created.saved", { name: "{name}" })).toContain("\u2068{name}\u2069");
  expect(translator("ar").has("signOut.lead")).toBe(true);
  expect(translator("de")("passkeys.count", { count: 3 })).toBe("3 Passkeys");
});

it("is not done to a value by which a message chooses its words", () => {
  const choose = (method: string) =>
    translator("ar").rich("activity.told.session.created", { method, passkey: () => "P" });
  expect(choose("recovery_code")).not.toEqual(choose("something else"));
});
