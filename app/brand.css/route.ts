/** How the instance looks, as a stylesheet (lib/branding). */
import { currentBranding } from "#lib/branding/current-branding.ts";
import { brandStylesheet } from "#lib/branding/stylesheet/brand-stylesheet.ts";
import { anonymousContext } from "#lib/http/request-context.ts";

/**
 * Kept for good only under the hash of what it says: no address can be made to mean something else later, whoever asks for
 * it first.
 */
export async function GET(request: Request): Promise<Response> {
  const sheet = brandStylesheet(await currentBranding(anonymousContext(request.headers)));
  const asked = new URL(request.url).searchParams.get("v");
  const kept = sheet !== undefined && asked === sheet.hash;
  return new Response(sheet?.css ?? "/* Nothing is branded. */\n", {
    status: sheet ? 200 : 404,
    headers: {
      "Content-Type": "text/css; charset=utf-8",
      "Cache-Control": kept ? "public, max-age=31536000, immutable" : "no-store",
    },
  });
}
