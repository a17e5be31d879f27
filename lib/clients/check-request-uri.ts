/** Addresses that an app says its request objects lie at, and which of them a request may name (OIDC Core section 6.2). */
import { webUrlProblem } from "./check-redirect-uri.ts";

/** Why `uri` cannot be registered. A fragment may tell versions apart for caches; nothing is cached here. */
export function requestUriProblem(uri: string): string | undefined {
  if (!/^[\x21-\x7e]+$/.test(uri)) return "must be an absolute URI in printable ASCII";
  return webUrlProblem(withoutFragment(uri));
}

/** Character by character but for the fragment, which changes with the object (OIDC Registration 1.0, `request_uris`). */
export function isRegisteredRequestUri(registered: readonly string[], uri: string): boolean {
  return registered.some((entry) => withoutFragment(entry) === withoutFragment(uri));
}

/** What is asked for: a fragment is never sent. */
export function withoutFragment(uri: string): string {
  return uri.split("#", 1)[0] ?? "";
}
