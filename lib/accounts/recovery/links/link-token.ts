/** What a link carries, and what of it is stored. */
import { sha256 } from "#lib/crypto/hash.ts";
import type { LinkPurpose, PresentedLink } from "./store.ts";

/** A link as it is opened. One that was asked for by mail is only whole in the browser that asked. */
export type OpenedLink =
  | { readonly purpose: "recovery"; readonly token: string }
  | { readonly purpose: "email"; readonly token: string; readonly browserSecret: string };

const secret = /^[A-Za-z0-9_-]{43}$/;

/** What the row is found by; undefined for what no link holds. */
export function presentedLink(link: OpenedLink, now: Date): PresentedLink | undefined {
  const { purpose, token } = link;
  if (!secret.test(token)) return undefined;
  if (purpose === "recovery") return { purpose, tokenHash: hashLink(token), now };
  if (!secret.test(link.browserSecret)) return undefined;
  return { purpose, tokenHash: hashLink(token, link.browserSecret), now };
}

/** The dot stands in neither of the two, so no other pair makes the same text. */
export function hashLink(token: string, browserSecret?: string): Uint8Array<ArrayBuffer> {
  return sha256(browserSecret === undefined ? token : `${token}.${browserSecret}`);
}

/** The page that asks before it uses the link: looking at it spends nothing. */
export function linkUrl(baseUrl: string, purpose: LinkPurpose, token: string): string {
  return `${baseUrl}/sign-in/${purpose}-link?token=${token}`;
}
