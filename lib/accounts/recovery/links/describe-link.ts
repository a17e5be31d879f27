/** What a link says to whoever opens it; looking does not use it up, however often a mail scanner does. */
import type { Context } from "#lib/context/context.ts";
import { objectionToLink } from "./check-may-use-link.ts";
import { isLinkOffered } from "./is-link-offered.ts";
import { type OpenedLink, presentedLink } from "./link-token.ts";
import { findLink } from "./store.ts";

export interface DescribedLink {
  readonly displayName: string;
  readonly username: string;
  readonly expiresAt: Date;
}

/** Undefined for links that are unknown, used, replaced or expired, or of somebody whom they may not let in (any more). */
export async function describeLink(ctx: Context, opened: OpenedLink): Promise<DescribedLink | undefined> {
  const link = isLinkOffered(ctx.config, opened.purpose) ? presentedLink(opened, ctx.now) : undefined;
  const found = link && (await findLink(ctx.db, link));
  if (!found || objectionToLink(found.person, opened.purpose)) return undefined;
  const { displayName, username } = found.person;
  return { displayName, username, expiresAt: found.expiresAt };
}
