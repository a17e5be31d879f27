import type { NextConfig } from "next";

// Security headers and the CSP nonce come from the server, for both lanes (server/security-headers.ts).
const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  compress: true,
  // Native PostgreSQL binaries and the wire driver stay outside the bundles.
  serverExternalPackages: ["postgres", "pino", "@simplewebauthn/server"],
  headers: () =>
    Promise.resolve([
      { source: "/fonts/:file*", headers: [{ key: "Cache-Control", value: "public, max-age=2592000" }] },
    ]),
  experimental: {
    // Joining modules into one scope took eight of nine minutes of the build, and more with each page.
    turbopackScopeHoisting: false,
    // Loading every route at the start holds 200 MB, most of it for endpoints that the fast lane answers.
    preloadEntriesOnStart: false,
  },
  // Every browser gets its title in the head, with the page: sent after it, it is missing while a page is refreshed.
  htmlLimitedBots: /.+/,
  typescript: { ignoreBuildErrors: false },
};

export default config;
