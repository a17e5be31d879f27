import { describe, expect, it } from "vitest";
import { pathParameterReader } from "./path-parameters.ts";

const base = "https://id.example.com/api/v1/things";

describe("path parameters", () => {
  const read = pathParameterReader("/api/v1/things/{id}/parts/{part}");

  it("are read by name and decoded", () => {
    expect(read(`${base}/a%20b/parts/%C3%A9?id=other`)).toEqual({ id: "a b", part: "é" });
  });

  it("are empty where the address is shorter than the template", () => {
    expect(read(base)).toEqual({ id: "", part: "" });
  });

  it.each(["%", "%zz", "%ff", "%00", "a%00b"])("refuse %s", (segment) => {
    expect(() => read(`${base}/${segment}/parts/1`)).toThrow(
      expect.objectContaining({ code: "INVALID_REQUEST" }),
    );
  });

  it("are none without a place for them", () => {
    expect(pathParameterReader("/api/v1/things")(base)).toEqual({});
  });
});
