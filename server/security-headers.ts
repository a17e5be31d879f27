/** The headers that tell browsers how little a response may do. Set on every response of both lanes. */
import type { Config } from "#lib/config/load-config.ts";

export interface PagePolicy {
  /** One value a response, unguessable: base64 of 16 random bytes. */
  readonly nonce: string;
  /** Next's development tools evaluate code, inject styles and open a socket. */
  readonly development: boolean;
  /** Where forms of the page may go: here, or wherever an app wants its answer. */
  readonly forms: "self" | "anywhere";
  /** Origins that the page shows in frames; none unless given. */
  readonly frames?: readonly string[];
}

/** For answers that are no pages: nothing loads, nobody frames, should a browser ever render them. */
export const dataPolicy = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** The policy of a page; scripts run by nonce alone. */
export function pagePolicy(page: PagePolicy): string {
  const { nonce, development, forms, frames = [] } = page;
  return [
    "default-src 'none'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ""}`,
    `style-src-elem 'self'${development ? " 'unsafe-inline'" : ""}`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self'",
    "font-src 'self'",
    `connect-src 'self'${development ? " ws: wss:" : ""}`,
    "manifest-src 'self'",
    ...(frames.length > 0 ? [`frame-src ${frames.join(" ")}`] : []),
    "base-uri 'none'",
    "frame-ancestors 'none'",
    // Also where a form ends at an app: lib/http/oauth-browser-route.ts hands over by a page of its own.
    ...(forms === "self" ? ["form-action 'self'"] : []),
  ].join("; ");
}

/**
 * The protocol's own addresses show nothing but the small pages of lib/http/html-page.ts, of which one has a form: the
 * answer to an app (OAuth 2.0 Form Post Response Mode). Naming the app's origin would also bind every redirect that the
 * app answers with (docs/decisions/0009 and 0031), so those pages name none.
 */
export function formsOf(path: string): PagePolicy["forms"] {
  return path.startsWith("/oauth/") ? "anywhere" : "self";
}

/**
 * The headers besides the content policy, which depend on the configuration alone.
 * `same-origin` as referrer policy, not `no-referrer`: the latter makes browsers send `Origin: null` with our own forms.
 */
export function constantHeaders(config: Pick<Config, "hsts">): readonly (readonly [string, string])[] {
  const headers: [string, string][] = [
    ["X-Content-Type-Options", "nosniff"],
    ["X-Frame-Options", "DENY"],
    ["Referrer-Policy", "same-origin"],
    ["Cross-Origin-Resource-Policy", "same-origin"],
    ["Permissions-Policy", permissionsPolicy],
  ];
  if (config.hsts.enabled)
    headers.push(["Strict-Transport-Security", `max-age=${config.hsts.maxAgeSeconds}`]);
  return headers;
}

const permissionsPolicy = [
  "publickey-credentials-get=(self)",
  "publickey-credentials-create=(self)",
  ...[
    "accelerometer",
    "browsing-topics",
    "camera",
    "display-capture",
    "geolocation",
    "gyroscope",
    "hid",
    "microphone",
    "midi",
    "payment",
    "serial",
    "usb",
  ].map((feature) => `${feature}=()`),
].join(", ");

/**
 * Cross-Origin-Opener-Policy. Apart from the steps of an app's own request: an app may run those in a window that it
 * opened, and `same-origin` anywhere on the way, redirects included, would cut it off from that window for good.
 */
export function openerPolicy(path: string, search: string): "same-origin" | "unsafe-none" {
  const ofAnApp = path.startsWith("/oauth/") || /[?&]interaction=/.test(search);
  return ofAnApp ? "unsafe-none" : "same-origin";
}
