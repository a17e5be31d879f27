import { describe, expect, it } from "vitest";
import { showName, showNames } from "./show-names.ts";

describe("a name in a mail", () => {
  it.each(["Ana Müller", "J. R. R. Tolkien", "YubiKey 5.7", "Ana, of the House", "O’Brien"])(
    "stays as it is: %s",
    (name) => {
      expect(showName(name, "ltr")).toBe(name);
    },
  );

  it.each([
    ["see evil.example", "see evil.\u2060example"],
    ["https://evil.example/x", "https:\u2060//evil.\u2060example/x"],
    ["write eve@evil.example", "write eve@\u2060evil.\u2060example"],
  ])("becomes no link: %s", (name, shown) => {
    expect(showName(name, "ltr")).toBe(shown);
  });

  it("is one line, and turns nothing around", () => {
    expect(showName("Ana\r\nBcc: eve\u202e\u2066x", "ltr")).toBe("Ana Bcc: eve x");
  });

  it("is isolated where it runs against the text around it", () => {
    expect(showName("ليلى", "ltr")).toBe("\u2068ليلى\u2069");
    expect(showName("Ana", "rtl")).toBe("\u2068Ana\u2069");
  });

  it("is what people typed alone: links and addresses stay", () => {
    const props = { name: "a.bc", link: "https://id.example.com/x", at: "2026-06-01T12:00:00.000Z" };
    expect(showNames(props, "ltr")).toEqual({ ...props, name: "a.\u2060bc" });
  });
});
