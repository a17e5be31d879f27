/** The picture's plain form on the profile page: the answer leads back there and says how it went. */
import { mostPictureBytes } from "#lib/accounts/pictures/schema.ts";
import { removeOwnPicture, setOwnPicture } from "#lib/accounts/pictures/set-own-picture.ts";
import type { Context } from "#lib/context/context.ts";
import { DomainError } from "#lib/errors/domain-error.ts";
import { defineBrowserRoute } from "#lib/http/oauth-browser-route.ts";
import { readFileForm } from "#lib/http/read-file-form.ts";
import { withUpload } from "#lib/http/read-upload.ts";
import { takePoint } from "#lib/rate-limit/rate-limit.ts";

/** For the other fields and what stands between them. */
const mostBytes = mostPictureBytes + 65_536;

export const POST = defineBrowserRoute({
  sameOrigin: true,
  handle: async (ctx, request) => {
    if (ctx.actor.type !== "user") return back(ctx, "UNAUTHENTICATED");
    try {
      await takePoint(ctx, "picture");
      const signedIn = { ...ctx, actor: ctx.actor };
      return back(
        ctx,
        await withUpload(signedIn, request, mostBytes, (body) =>
          change(ctx, request.headers.get("content-type") ?? "", body),
        ),
      );
    } catch (error) {
      if (error instanceof DomainError) return back(ctx, error.code);
      throw error;
    }
  },
});

async function change(ctx: Context, contentType: string, body: Buffer): Promise<string> {
  const { file, fields } = await readFileForm(contentType, body, "picture");
  if (fields.get("remove") === "yes") {
    await removeOwnPicture(ctx);
    return "removed";
  }
  if (!file) return "none";
  await setOwnPicture(ctx, file);
  return "saved";
}

function back(ctx: Context, outcome: string) {
  return { location: `${ctx.config.baseUrl}/account/profile?picture=${outcome}#picture` };
}
