import { expect, test } from "vitest";
import { isNear } from "./is-near.ts";

test.each([
  ["203.0.113.7", "203.0.113.7"],
  ["192.168.1.20", "192.168.1.77"],
  ["2001:db8:1:200::1", "2001:0DB8:1:200:1:2:3:4"],
])("%s and %s are near", (one, other) => {
  expect(isNear(one, other)).toBe(true);
  expect(isNear(other, one)).toBe(true);
});

test.each([
  ["203.0.113.7", "203.0.113.8"],
  ["203.0.113.7", "192.168.1.20"],
  ["203.0.113.7", "2001:db8::1"],
  ["2001:db8:1:200::1", "2001:db8:1:201::1"],
  ["203.0.113.7", ""],
  ["", ""],
  ["unknown", "unknown"],
])("of %j and %j nothing of the kind can be said", (one, other) => {
  expect(isNear(one, other)).toBe(false);
});
