/** Which addresses an app may register, and which of those a request may name. */

const loopbackHosts = new Set(["127.0.0.1", "[::1]", "localhost"]);

/**
 * Why `uri` cannot be registered, in words for whoever registers it; undefined when it can.
 * Absolute without fragment (RFC 6749 section 3.1.2), https but on loopback, or a private-use scheme in reversed
 * domain form (RFC 8252 section 7.1), which keeps `javascript:` and its like out.
 */
export function redirectUriProblem(uri: string): string | undefined {
  const url = /^[\x21-\x7e]+$/.test(uri) ? URL.parse(uri) : null;
  if (url !== null && url.protocol !== "http:" && url.protocol !== "https:") {
    if (uri.includes("#")) return "must not have a fragment";
    if (url.username !== "" || url.password !== "") return "must not hold a user name or password";
    if (!url.protocol.includes(".")) return "must use https or a private-use scheme such as com.example.app";
    return undefined;
  }
  return webUrlProblem(uri);
}

/** The same for an address that a browser or this server is to open: https, on loopback http too. */
export function webUrlProblem(uri: string): string | undefined {
  const url = /^[\x21-\x7e]+$/.test(uri) ? URL.parse(uri) : null;
  if (url === null) return "must be an absolute URI in printable ASCII";
  if (uri.includes("#")) return "must not have a fragment";
  if (url.username !== "" || url.password !== "") return "must not hold a user name or password";
  if (url.protocol !== "http:" && url.protocol !== "https:") return "must begin with https://";
  // Compared as strings later, and by origin for CORS: one spelling only.
  if (uri !== url.origin && !uri.startsWith(`${url.origin}/`) && !uri.startsWith(`${url.origin}?`))
    return `must be written in its normal form, beginning with ${url.origin}/`;
  if (url.protocol === "http:" && !loopbackHosts.has(url.hostname))
    return "must begin with https:// unless it is on localhost, 127.0.0.1 or [::1]";
  return undefined;
}

/**
 * The registered entry that `uri` matches: character by character, but for the port of a loopback address, which a
 * native app learns only when it runs (RFC 8252 section 7.3).
 */
export function isRegisteredRedirectUri(registered: readonly string[], uri: string): boolean {
  if (registered.includes(uri)) return true;
  const wanted = withoutLoopbackPort(uri);
  return wanted !== undefined && registered.some((entry) => withoutLoopbackPort(entry) === wanted);
}

/** The URI of a loopback IP address with its port cut out of the very text; undefined for all others. */
function withoutLoopbackPort(uri: string): string | undefined {
  const parts = /^(http:\/\/(?:127\.0\.0\.1|\[::1\]))(?::(\d{1,5}))?((?:[/?].*)?)$/.exec(uri);
  if (!parts || Number(parts[2] ?? 0) > 65_535) return undefined;
  return `${parts[1]}${parts[3]}`;
}
