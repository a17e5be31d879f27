import { expect, it } from "vitest";
import { initialsOf } from "./avatar.tsx";

it.each([
  ["Ana Example", "AE"],
  ["ana maria de la example", "AE"],
  ["Ana", "A"],
  ["  Ana   (work) ", "A"],
  ["Émile Zola", "ÉZ"],
  // Written as two code points each.
  ["E\u0301mile", "E\u0301"],
  ["李小龍", "李"],
  ["ليلى أحمد", "لأ"],
  ["🦊", ""],
  ["", ""],
])("shortens %j to %j", (name, initials) => {
  expect(initialsOf(name)).toBe(initials);
});
