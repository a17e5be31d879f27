/** Where the sign-in page goes when it is done. */
import { defineBrowserRoute } from "#lib/http/oauth-browser-route.ts";
import { resumeInteraction } from "#lib/oidc/resume-interaction.ts";

export const GET = defineBrowserRoute({
  sameOrigin: false,
  handle: (ctx, request) =>
    resumeInteraction(ctx, new URL(request.url).searchParams.get("interaction") ?? ""),
});
