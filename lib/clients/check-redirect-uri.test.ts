import { describe, expect, it } from "vitest";
import { isRegisteredRedirectUri, redirectUriProblem } from "./check-redirect-uri.ts";

describe("redirectUriProblem", () => {
  it.each([
    "https://app.example.com/callback",
    "https://app.example.com",
    "https://app.example.com:8443/cb?tenant=1",
    "http://localhost:4000/callback",
    "http://127.0.0.1/callback",
    "http://[::1]:9000/callback",
    "com.example.app:/callback",
    "com.example.app://callback",
  ])("takes %s", (uri) => {
    expect(redirectUriProblem(uri)).toBeUndefined();
  });

  it.each([
    ["/callback", "absolute"],
    ["app.example.com/callback", "absolute"],
    ["", "absolute"],
    ["https://app.example.com/cb#", "fragment"],
    ["https://app.example.com/cb#x", "fragment"],
    ["http://app.example.com/cb", "https://"],
    ["http://127.0.0.2/cb", "https://"],
    ["http://localhost.example.com/cb", "https://"],
    ["https://user@app.example.com/cb", "user name"],
    ["https://app.example.com:443/cb", "normal form"],
    ["https://APP.example.com/cb", "normal form"],
    ["https:app.example.com/cb", "normal form"],
    ["https://app.example.com\\cb", "normal form"],
    ["javascript:alert(1)", "private-use scheme"],
    ["data:text/html,x", "private-use scheme"],
    ["myapp://callback", "private-use scheme"],
    ["https://app.example.com/a b", "printable ASCII"],
    ["https://app.example.com/\n", "printable ASCII"],
    ["https://äpp.example.com/", "printable ASCII"],
  ])("refuses %j", (uri, words) => {
    expect(redirectUriProblem(uri)).toContain(words);
  });
});

describe("isRegisteredRedirectUri", () => {
  const registered = [
    "https://app.example.com/cb",
    "http://127.0.0.1/native?x=1",
    "http://[::1]:7000/n",
    "http://localhost:4000/cb",
  ];

  it.each([...registered, "http://127.0.0.1:51234/native?x=1", "http://[::1]/n", "http://[::1]:7001/n"])(
    "takes %s",
    (uri) => {
      expect(isRegisteredRedirectUri(registered, uri)).toBe(true);
    },
  );

  it.each([
    "https://app.example.com/cb/",
    "https://app.example.com/cb?x=1",
    "https://app.example.com/CB",
    "https://app.example.com/cb#x",
    "https://app.example.com:443/cb",
    "https://app.example.com/cb/../cb",
    "https://app.example.com.evil.example/cb",
    "http://app.example.com/cb",
    "http://localhost:4001/cb",
    "http://127.0.0.1:5000/native",
    "http://127.0.0.1:5000/native?x=1&y",
    "http://127.0.0.1:99999/native?x=1",
    "http://127.0.0.1:5000@evil.example/native?x=1",
    "http://127.0.0.1.evil.example/native?x=1",
    "https://127.0.0.1:5000/native?x=1",
    "",
  ])("refuses %s", (uri) => {
    expect(isRegisteredRedirectUri(registered, uri)).toBe(false);
  });
});
