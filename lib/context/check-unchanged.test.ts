import { expect, it } from "vitest";
import { checkUnchanged, versionTag } from "./check-unchanged.ts";

const at = new Date("2026-01-01T12:00:00.001Z");
const tag = versionTag(at);

it("lets a change pass that names no version, any version, or this one among others", () => {
  for (const ifMatch of [undefined, "*", " * ", tag, `"a", ${tag}`])
    expect(() => checkUnchanged({ ifMatch }, at), ifMatch).not.toThrow();
});

it("refuses a change of another version, and weak tags, which prove nothing", () => {
  for (const ifMatch of [
    "",
    `W/${tag}`,
    versionTag(new Date(at.getTime() - 1)),
    tag.replaceAll('"', ""),
    '"*"',
  ])
    expect(() => checkUnchanged({ ifMatch }, at), ifMatch).toThrow(
      expect.objectContaining({ code: "PRECONDITION_FAILED" }),
    );
});
