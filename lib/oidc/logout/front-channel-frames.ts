/** The pages of apps that sign a person out there (OpenID Connect Front-Channel Logout 1.0 section 3). */
import type { SessionId } from "#drizzle/schema/ids.ts";
import type { Context } from "#lib/context/context.ts";
import { appendQuery } from "../authorize/redirect-target.ts";
import { listFrontChannelApps } from "./store.ts";

/** Addresses for frames, each once; with `iss` and `sid` for the apps that registered for them. */
export async function frontChannelFrames(
  ctx: Pick<Context, "db" | "config">,
  sessionIds: readonly SessionId[],
): Promise<string[]> {
  if (sessionIds.length === 0) return [];
  const apps = await listFrontChannelApps(ctx.db, sessionIds);
  const urls = apps.map(({ uri, sessionRequired, sessionId }) =>
    sessionRequired
      ? appendQuery(uri, new URLSearchParams({ iss: ctx.config.baseUrl, sid: sessionId }))
      : uri,
  );
  return [...new Set(urls)];
}
